package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.Installation;
import java.time.Instant;

/** Bindings as a host would have them. */
final class TestBindings {
  private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

  private TestBindings() {}

  static Binding lockedTo(String company) {
    return binding("production", new Business(company, "Example Company"));
  }

  static Binding in(String environment) {
    return binding(environment, new Business("12345", "Example Company"));
  }

  static Binding unlocked() {
    return binding("production", null);
  }

  private static Binding binding(String environment, Business company) {
    return new Binding(
        new BindingId("binding-1"),
        new Installation("Magento", "shop.example.com"),
        "FreeAgent",
        environment,
        company == null ? BindingStatus.PENDING : BindingStatus.CONNECTED,
        company,
        1,
        NOW,
        NOW);
  }
}
