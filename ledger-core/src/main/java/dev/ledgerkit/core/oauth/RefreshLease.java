package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;

/**
 * The right to spend a binding's refresh token, until it lapses by the store's clock.
 *
 * @param binding whose token
 * @param owner an unguessable name of this grant
 * @param epoch the fencing number: one higher than that of every grant and pair before
 * @since 0.1
 */
public record RefreshLease(BindingId binding, String owner, long epoch) {}
