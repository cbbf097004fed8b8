package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How money reaches an account; {@code toString} leaves the numbers out.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BankAccountDetails(
    @Nullable String accountName,
    @Nullable String accountNumber,
    @Nullable String sortCode,
    @Nullable String bic,
    @Nullable String iban,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public BankAccountDetails {
    extra = Absent.map(extra);
  }

  /** The name only. */
  @Override
  public String toString() {
    return "BankAccountDetails[" + accountName + "]";
  }
}
