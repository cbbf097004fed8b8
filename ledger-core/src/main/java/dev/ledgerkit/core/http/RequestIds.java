package dev.ledgerkit.core.http;

import okhttp3.Response;

/** The provider's id of an exchange. */
final class RequestIds {
  private RequestIds() {}

  /** The id; empty when the provider sent none. */
  static String of(CallContext context, Response answer) {
    String id = answer.header(context.route().dialect().requestIdHeader());
    return id == null ? "" : id;
  }

  /** The id as the end of a sentence. */
  static String suffix(CallContext context, Response answer) {
    String id = of(context, answer);
    return id.isEmpty() ? "" : " (request id " + id + ")";
  }
}
