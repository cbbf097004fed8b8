package dev.ledgerkit.crypto;

import java.util.List;

/**
 * What one pass of {@link KeyRotation} did.
 *
 * @param primaryKeyId the key that records were sealed under
 * @param resealed records that were under another key and are under this one now
 * @param current records found under it already, those of this pass among them when they are met
 *     again
 * @param unreadable records that do not open and were left as they are
 * @param firstUnreadable why, for the first of them; {@link VaultDoctor} finds all
 * @param complete whether the pass got to the end; false when it was interrupted or the primary
 *     changed, and the next pass does the rest
 * @since 0.1
 */
public record RotationReport(
    long primaryKeyId,
    long resealed,
    long current,
    long unreadable,
    List<String> firstUnreadable,
    boolean complete) {
  /** Copies the list. */
  public RotationReport {
    firstUnreadable = List.copyOf(firstUnreadable);
  }
}
