package dev.ledgerkit.testkit.sage.table;

/**
 * One company of the simulated user.
 *
 * @since 0.1
 */
public record SimBusiness(String id, String name, String country) {}
