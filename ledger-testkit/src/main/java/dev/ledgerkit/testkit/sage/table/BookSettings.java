package dev.ledgerkit.testkit.sage.table;

import dev.ledgerkit.core.LedgerClock;

/**
 * What the builder decides about every business's books.
 *
 * @param hideNext whether lists leave {@code $next} null though more pages exist
 * @param computeOmittedTax whether a line's omitted tax is computed from its rate
 * @since 0.1
 */
public record BookSettings(LedgerClock clock, boolean hideNext, boolean computeOmittedTax) {}
