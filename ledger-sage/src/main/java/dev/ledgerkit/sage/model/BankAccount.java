package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A bank account, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param nominalCode the number people know the account by
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BankAccount(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable BankAccountDetails bankAccountDetails,
    @Nullable Reference ledgerAccount,
    @Nullable Reference bankAccountType,
    @Nullable BigDecimal balance,
    @Nullable Address mainAddress,
    @Nullable BankAccountContact mainContactPerson,
    @Nullable Integer nominalCode,
    @Nullable Boolean editable,
    @Nullable Boolean deletable,
    @Nullable JournalCode journalCode,
    @Nullable Reference defaultPaymentMethod,
    @Nullable Integer gifiCode,
    @Nullable Boolean isActive,
    @Nullable Reference currency,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public BankAccount {
    id = Absent.text(id);
    extra = Absent.map(extra);
  }
}
