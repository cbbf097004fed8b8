package dev.ledgerkit.consumer.modular;

import dev.ledgerkit.core.Secret;

/**
 * Fails the build when a host cannot compile against the artifacts just built, or run with them.
 */
public final class Main {
  private Main() {}

  /** Touches the library the way a host would. */
  public static void main(String[] args) {
    String printed = Secret.of("a value that must not be printed").toString();
    if (!printed.equals("***")) {
      throw new AssertionError("A secret printed itself.");
    }
    if (!Main.class.getModule().isNamed() || !Secret.class.getModule().isNamed()) {
      throw new AssertionError("This consumer must run on the module path.");
    }
  }
}
