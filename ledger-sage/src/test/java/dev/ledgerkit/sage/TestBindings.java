package dev.ledgerkit.sage;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.Installation;
import java.time.Instant;

/** Bindings as a host would have them. */
final class TestBindings {
  private static final Instant NOW = Instant.parse("2025-01-06T09:15:00Z");

  private TestBindings() {}

  static Binding lockedTo(String business) {
    return binding(new Business(business, "Business One"));
  }

  static Binding unlocked() {
    return binding(null);
  }

  private static Binding binding(Business business) {
    return new Binding(
        new BindingId("binding-1"),
        new Installation("Magento", "shop.example.com"),
        "Sage",
        "UK",
        business == null ? BindingStatus.PENDING : BindingStatus.CONNECTED,
        business,
        1,
        NOW,
        NOW);
  }
}
