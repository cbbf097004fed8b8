package dev.ledgerkit.replication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream is. A run that reads the whole list goes on with what changed meanwhile, and
 * each phase counts from its own beginning.
 *
 * @param stream its name
 * @param phase what is read
 * @param done records read in this pass
 * @param total how many there are to read; -1 if the provider does not state it
 * @param perSecond records a second in this run's part of the pass; 0 before the first
 * @param left what is left at that rate; null if that cannot be said
 * @since 0.1
 */
public record Progress(
    String stream, Phase phase, long done, long total, double perSecond, @Nullable Duration left) {

  /** What is read. */
  public enum Phase {
    /** The whole list, or what of it a window holds. */
    LIST,
    /** What changed, by the stream's feed. */
    CHANGES,
    /** The whole list, to compare the sink with it. */
    VERIFICATION
  }
}
