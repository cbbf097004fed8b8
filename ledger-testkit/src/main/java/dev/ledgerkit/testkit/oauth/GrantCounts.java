package dev.ledgerkit.testkit.oauth;

/**
 * Told of what happens to grants; called while the grants are locked, so it only counts.
 *
 * @since 0.1
 */
public interface GrantCounts {
  /** A code became a pair. */
  void exchanged();

  /** A refresh token became a new pair. */
  void refreshed();

  /** A refresh token came that was spent before. */
  void reused();
}
