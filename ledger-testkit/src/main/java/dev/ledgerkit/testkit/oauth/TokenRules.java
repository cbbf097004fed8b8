package dev.ledgerkit.testkit.oauth;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;

/**
 * How long codes and tokens live, and how strict rotation is.
 *
 * @param graceTime how long a spent refresh token still gives new pairs
 * @param revokeOnReuse whether a spent refresh token that comes again ends the whole grant
 * @since 0.1
 */
public record TokenRules(
    LedgerClock clock,
    Duration codeLifetime,
    Duration accessLifetime,
    Duration refreshLifetime,
    Duration graceTime,
    boolean revokeOnReuse) {}
