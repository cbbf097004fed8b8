package dev.ledgerkit.testkit.sage;

/** One company of the simulated user. */
record SimBusiness(String id, String name, String country) {}
