package dev.ledgerkit.core.http;

/** When the next background call may take a permit of a window, apart from there being one. */
interface Spread {

  /** How long until somebody with {@code ahead} background calls before them may; 0 for now. */
  long delay(long now, int ahead);

  /** Notes a background call that went. */
  void take(long now);
}
