package dev.ledgerkit.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * Whether something flows.
 *
 * @param reason why not; null if it flows
 * @since 0.1
 */
public record Decision(@Nullable Reason reason) {
  /** It flows. */
  public static final Decision FLOWS = new Decision(null);

  /** It does not. */
  static Decision skip(Reason reason) {
    return new Decision(reason);
  }

  /** Whether it does. */
  public boolean flows() {
    return reason == null;
  }
}
