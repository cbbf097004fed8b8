package dev.ledgerkit.core;

import org.jspecify.annotations.Nullable;

/**
 * The vault or the store under it could not do its work: unreachable, out of rights, or a record
 * that does not open. The message names the record and, where it matters, the key id; never a
 * token.
 *
 * @since 0.1
 */
public class VaultException extends LedgerException {
  private static final long serialVersionUID = 1L;

  /** Says which record and what to do. */
  public VaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
