package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.stream.StreamShape;
import org.jspecify.annotations.Nullable;

/**
 * What a run made of a stream.
 *
 * @param shape of the stream
 * @param outcome how it ended
 * @param whole whether this run read the list itself, as the first one does, and not only its
 *     feeds; false unless there is a receipt
 * @param receipt what is in the sink; null unless the outcome is {@link Outcome#DONE} or {@link
 *     Outcome#UNSETTLED}
 * @param failure why the provider refused; null unless the outcome is {@link Outcome#REFUSED}
 * @since 0.1
 */
public record StreamReport(
    StreamShape shape,
    Outcome outcome,
    boolean whole,
    @Nullable Receipt receipt,
    @Nullable LedgerException failure) {

  /** How a stream ended. */
  public enum Outcome {
    /** The sink agrees with the provider. */
    DONE,
    /** The books changed faster than they were read; the next run reads them again. */
    UNSETTLED,
    /** The provider refuses this list to this user or business; the others go on. */
    REFUSED,
    /** The run was stopped before it was done; the next run goes on there. */
    STOPPED
  }
}
