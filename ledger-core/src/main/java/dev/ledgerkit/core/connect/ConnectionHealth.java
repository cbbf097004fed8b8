package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ReconnectCause;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the connection of a binding is, as far as anybody knows. Holds no secret. Immutable, so safe
 * for use by many threads.
 *
 * @param binding whose
 * @param status where the binding stands
 * @param lastProofOfLife when the provider last gave a pair; null if there is none
 * @param accessExpiresAt when the access token dies if nothing happens; null if there is no pair
 * @param refreshExpiresAt when the refresh token does; null if there is no pair
 * @param rotations how often the pair was renewed, on all nodes, since the first connect
 * @param lastFailureAt when a renewal last failed, or proved the grant dead; null if none did
 * @param lastFailure why; empty if none did
 * @param cause why the grant is dead; null unless it is
 * @since 0.1
 */
public record ConnectionHealth(
    BindingId binding,
    BindingStatus status,
    @Nullable Instant lastProofOfLife,
    @Nullable Instant accessExpiresAt,
    @Nullable Instant refreshExpiresAt,
    long rotations,
    @Nullable Instant lastFailureAt,
    String lastFailure,
    @Nullable ReconnectCause cause) {

  /**
   * By when the merchant must connect again if no renewal succeeds until then; the time it failed
   * where it is too late already, and empty where there is nothing to reconnect.
   */
  public Optional<Instant> reconnectBy() {
    return switch (status) {
      case CONNECTED -> Optional.ofNullable(refreshExpiresAt);
      case RECONNECT_REQUIRED -> Optional.ofNullable(lastFailureAt);
      case PENDING, REVOKED -> Optional.empty();
    };
  }
}
