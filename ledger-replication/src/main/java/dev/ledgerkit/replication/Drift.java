package dev.ledgerkit.replication;

/**
 * A record that differs between sink and provider.
 *
 * @param key its primary key
 * @param kind how it differs
 * @param since whether the provider changed it after the receipt's {@link Receipt#completeTo}, so
 *     that the next run will bring it; false where that cannot be told
 * @since 0.1
 */
public record Drift(String key, Kind kind, boolean since) {
  /** How a record differs. */
  public enum Kind {
    /** The provider has it, the sink does not. */
    MISSING,
    /** Both have it, with different content. */
    DIFFERENT,
    /** The sink has it, the provider does not, or not any more. */
    EXTRA
  }
}
