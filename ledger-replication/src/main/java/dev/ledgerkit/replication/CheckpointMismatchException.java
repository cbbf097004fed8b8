package dev.ledgerkit.replication;

import dev.ledgerkit.core.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A sink holds the checkpoint of other books, or one that this version cannot read. Nothing was
 * written.
 *
 * @since 0.1
 */
public final class CheckpointMismatchException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  /** Names what was found and the remedy. */
  public CheckpointMismatchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
