package dev.ledgerkit.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One source installation tied to exactly one business of one provider.
 *
 * <p>An immutable snapshot; {@code version} says of which state. The business is locked once and
 * never changes.
 *
 * @param id its identity
 * @param installation the source
 * @param provider the provider's name, as its {@code LedgerProvider} gives it
 * @param region the provider's region or environment, in the provider's own spelling
 * @param status where it stands
 * @param business the locked tenant; null until one is locked
 * @param version counts its changes; used for compare-and-set
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @since 0.1
 */
public record Binding(
    BindingId id,
    Installation installation,
    String provider,
    String region,
    BindingStatus status,
    @Nullable Business business,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * The environment every provider's customers are in unless they say otherwise; labels leave it
   * out.
   */
  private static final String UNMARKED_REGION = "production";

  /**
   * How a dashboard names it: {@code Magento your-shop.example.com ↔ Provider your-business (UK)}.
   * A business that is not locked yet is left out.
   */
  public String label() {
    StringBuilder label = new StringBuilder();
    label.append(installation.platform()).append(' ').append(installation.host());
    label.append(" ↔ ").append(provider);
    if (business != null) {
      label.append(' ').append(business.name());
    }
    if (!region.equals(UNMARKED_REGION)) {
      label.append(" (").append(region).append(')');
    }
    return label.toString();
  }

  /** The same binding in another state, changed at {@code now}; the store assigns the version. */
  public Binding with(BindingStatus newStatus, @Nullable Business newBusiness, Instant now) {
    return new Binding(
        id, installation, provider, region, newStatus, newBusiness, version, createdAt, now);
  }
}
