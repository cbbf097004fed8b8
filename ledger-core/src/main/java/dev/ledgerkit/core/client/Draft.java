package dev.ledgerkit.core.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be created or changed at a provider.
 *
 * <p>Immutable, so safe for use by many threads. To create, {@link #missing()} must be empty; to
 * change a record, only what shall change is set.
 *
 * @since 0.1
 */
public interface Draft {
  /** The fields a create needs and this draft does not have, by their path on the wire. */
  List<String> missing();

  /** How a person finds the record it would become; null if nothing identifies it. */
  default @Nullable String lookup() {
    return null;
  }
}
