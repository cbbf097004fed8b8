package dev.ledgerkit.replication;

import java.util.List;

/**
 * What {@link Replication#verify} found.
 *
 * @param receipt that was verified
 * @param inSink how many records are in the sink now
 * @param hash of what is in the sink now
 * @param atProvider how many records of the window the provider has now
 * @param drifts what differs between sink and provider, at most {@link #NAMED} of them
 * @param drifted how many differ in all
 * @since 0.1
 */
public record Verification(
    Receipt receipt, long inSink, String hash, long atProvider, List<Drift> drifts, long drifted) {
  /** So many differences are named. */
  public static final int NAMED = 1000;

  /** Copies the list. */
  public Verification {
    drifts = List.copyOf(drifts);
  }

  /** Whether the sink is as it was when the receipt was written. */
  public boolean sinkUntouched() {
    return inSink == receipt.inSink() && hash.equals(receipt.hash());
  }

  /** Whether the sink is as the receipt says, and the provider has the same now. */
  public boolean holds() {
    return sinkUntouched() && drifted == 0;
  }
}
