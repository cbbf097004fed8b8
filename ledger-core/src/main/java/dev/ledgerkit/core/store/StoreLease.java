package dev.ledgerkit.core.store;

/**
 * The right to work on one key, until it lapses by the store's clock or is released.
 *
 * @param key what it is for
 * @param owner an unguessable name of this grant, so that nobody releases another's
 * @param fence one higher than every number this key ever had, also across deletion of the record
 * @since 0.1
 */
public record StoreLease(RecordKey key, String owner, long fence) {}
