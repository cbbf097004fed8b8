package dev.ledgerkit.replication.sink;

import java.util.List;

/**
 * What is committed at once: upserts first, then deletions, then the retirement, then the
 * checkpoint.
 *
 * @param upserts records to write, over what has their key; the last counts where a key repeats
 * @param deletions keys to remove; those that are not there do not matter
 * @param generation what the upserts are marked with
 * @param retire whether every record of an earlier generation is to be removed
 * @param checkpoint the new checkpoint, one after the last
 * @since 0.1
 */
public record Batch(
    List<SinkRow> upserts,
    List<String> deletions,
    long generation,
    boolean retire,
    SinkCheckpoint checkpoint) {
  /** Copies the lists. */
  public Batch {
    upserts = List.copyOf(upserts);
    deletions = List.copyOf(deletions);
  }
}
