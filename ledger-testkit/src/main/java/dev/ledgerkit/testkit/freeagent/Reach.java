package dev.ledgerkit.testkit.freeagent;

/**
 * What one consent gave: a user of a company, or an account manager of the practice.
 *
 * @param subdomain the company's, blank for the practice
 */
record Reach(String subdomain, long userId) {
  boolean practice() {
    return subdomain.isEmpty();
  }
}
