package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account that money comes to and goes from.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param currency fixed once the account is used
 * @param accountNumber of a credit card, its last four digits
 * @param email of a PayPal account
 * @param totalCount of its transactions
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BankAccount(
    Ref<BankAccount> url,
    @Nullable BigDecimal openingBalance,
    @Nullable BankAccountType type,
    @Nullable String name,
    @Nullable String currency,
    @Nullable Boolean isPersonal,
    @Nullable Boolean isPrimary,
    @Nullable BankAccountStatus status,
    @Nullable String bankName,
    @Nullable String bankCode,
    @Nullable BigDecimal currentBalance,
    @Nullable LocalDate latestActivityDate,
    @Nullable Boolean bankGuessEnabled,
    @Nullable Boolean bankFeedEnabled,
    @Nullable String accountNumber,
    @Nullable String sortCode,
    @Nullable String secondarySortCode,
    @Nullable String iban,
    @Nullable String bic,
    @Nullable String email,
    @Nullable Integer totalCount,
    @Nullable Integer unexplainedTransactionCount,
    @Nullable Integer markedForReviewCount,
    @Nullable Integer manuallyAddedTransactionCount,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BankAccount {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The account with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<BankAccount> ref(String idOrUrl) {
    return Ref.of("bank_accounts", idOrUrl);
  }
}
