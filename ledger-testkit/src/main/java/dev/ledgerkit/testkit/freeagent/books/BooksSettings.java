package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;

/**
 * What all companies of a simulator have in common.
 *
 * @param linkQuote what {@code rel} is quoted with in a {@code Link} header
 * @param importDelay how long an uploaded statement waits before its rows appear
 * @param refuseDuplicates whether the loser of a race for a number is refused; otherwise two drafts
 *     share the number
 * @since 0.1
 */
public record BooksSettings(
    LedgerClock clock, char linkQuote, Duration importDelay, boolean refuseDuplicates) {}
