package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ways to pay online that an invoice offers.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PaymentMethods(
    @Nullable Boolean paypal,
    @Nullable Boolean gocardlessPreauth,
    @Nullable Boolean gocardlessInstantBankPay,
    @Nullable Boolean stripe,
    @Nullable Boolean tyl,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public PaymentMethods {
    extra = Absent.map(extra);
  }
}
