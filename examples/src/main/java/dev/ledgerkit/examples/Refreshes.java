package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a host's listener might keep: the refreshes nobody else noticed. */
final class Refreshes implements LedgerListener {
  private static final int PATIENCE_SECONDS = 5;

  private final BlockingQueue<LedgerEvent.TokenRefreshed> told = new LinkedBlockingQueue<>();

  @Override
  public void on(LedgerEvent event) {
    if (event instanceof LedgerEvent.TokenRefreshed refreshed) {
      told.add(refreshed);
    }
  }

  /** The next refresh; the event may be told just after the call that needed it returned. */
  LedgerEvent.TokenRefreshed next() {
    LedgerEvent.@Nullable TokenRefreshed refreshed;
    try {
      refreshed = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a refresh.", e);
    }
    if (refreshed == null) {
      throw new IllegalStateException("The token was due and nobody refreshed it.");
    }
    return refreshed;
  }
}
