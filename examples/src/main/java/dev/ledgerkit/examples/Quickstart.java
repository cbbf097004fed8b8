package dev.ledgerkit.examples;

import dev.ledgerkit.core.Secret;

/** The program behind the README's "Run it". */
final class Quickstart {
  private Quickstart() {}

  public static void main(String[] args) {
    System.out.println("Ledger runs. A secret prints as " + Secret.of("not-for-your-eyes") + ".");
  }
}
