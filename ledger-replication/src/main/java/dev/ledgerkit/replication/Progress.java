package dev.ledgerkit.replication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream is.
 *
 * @param stream its name
 * @param done records read in this pass
 * @param total how many there are to read; -1 if the provider does not state it
 * @param perSecond records a second in this run's part of the pass; 0 before the first
 * @param left what is left at that rate; null if that cannot be said
 * @since 0.1
 */
public record Progress(
    String stream, long done, long total, double perSecond, @Nullable Duration left) {}
