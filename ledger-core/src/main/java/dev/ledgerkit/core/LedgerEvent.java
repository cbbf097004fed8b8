package dev.ledgerkit.core;

import java.time.Instant;
import java.util.List;

/**
 * Something a host may want to know, told after it is durable. Never holds a secret; tokens appear
 * as fingerprints.
 *
 * @since 0.1
 */
public sealed interface LedgerEvent {
  /** The binding it is about. */
  BindingId binding();

  /** When it happened. */
  Instant at();

  /**
   * A refresh was saved, and the new pair is handed out from now on. Fingerprints are of the
   * refresh tokens before and after.
   */
  record TokenRefreshed(BindingId binding, Instant at, String before, String after, long epoch)
      implements LedgerEvent {}

  /** A refresh failed for now; the old access token is used while it lasts. */
  record RefreshFailed(BindingId binding, Instant at, String why) implements LedgerEvent {}

  /** A new pair could not be saved yet; it is kept in memory and the save is repeated. */
  record SaveDelayed(BindingId binding, Instant at, String after, String why)
      implements LedgerEvent {}

  /** A new pair was dropped because a newer one is on record or the binding was disconnected. */
  record PairDropped(BindingId binding, Instant at, String fingerprint) implements LedgerEvent {}

  /** The binding changed its status. */
  record StatusChanged(BindingId binding, Instant at, BindingStatus before, BindingStatus after)
      implements LedgerEvent {}

  /** The grant is proven dead. */
  record ReconnectRequired(BindingId binding, Instant at, ReconnectCause reason)
      implements LedgerEvent {}

  /**
   * A fetch of reference data found something else than the one before. Told by the node that
   * fetched.
   */
  record ReferenceDataChanged(BindingId binding, Instant at, List<ReferenceChange> changes)
      implements LedgerEvent {
    /** Copies the list. */
    public ReferenceDataChanged {
      changes = List.copyOf(changes);
    }
  }
}
