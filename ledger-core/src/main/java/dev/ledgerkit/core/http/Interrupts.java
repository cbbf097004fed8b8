package dev.ledgerkit.core.http;

import java.io.InterruptedIOException;

/** Carries an interrupt through code that may only throw I/O errors. */
final class Interrupts {
  private Interrupts() {}

  /** Sets the flag again, which the JDK cleared, and returns what to throw. */
  static InterruptedIOException restore(InterruptedException e) {
    Thread.currentThread().interrupt();
    InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting");
    interrupted.initCause(e);
    return interrupted;
  }
}
