package dev.ledgerkit.testkit.nodes;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * The steps of a call to the token endpoint, on the thread that makes it; interceptors are not
 * taken over there.
 */
final class StepListener extends EventListener {
  private final Steps steps;

  StepListener(Steps steps) {
    this.steps = steps;
  }

  @Override
  public void callStart(Call call) {
    steps.at("call:before");
  }

  /** There is a connection, and nothing was sent yet. */
  @Override
  public void requestHeadersStart(Call call) {
    steps.at("wire:before");
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    steps.at("wire:after");
  }

  /** The answer was read whole. */
  @Override
  public void callEnd(Call call) {
    steps.at("call:after");
  }
}
