package dev.ledgerkit.connector;

/** What others say ends in a full stop or not; inside a sentence of ours it must not. */
final class Sentence {
  private Sentence() {}

  /** {@code text} without the full stop at its end, to go on after it. */
  static String open(String text) {
    String open = text.strip();
    while (open.endsWith(".")) {
      open = open.substring(0, open.length() - 1);
    }
    return open;
  }
}
