package dev.ledgerkit.replication.sink;

/**
 * Where a replication stands, kept with the records it stands for.
 *
 * @param sequence of the commit that left it: 1 for the first, one more for each
 * @param text what the replication wrote; nothing to a sink
 * @since 0.1
 */
public record SinkCheckpoint(long sequence, String text) {}
