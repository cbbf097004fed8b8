package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a bank statement.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param amount negative for money out
 * @param isManual whether it was made by an explanation rather than uploaded
 * @param transactionId the {@code fitid} of the statement
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BankTransaction(
    Ref<BankTransaction> url,
    @Nullable BigDecimal amount,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable LocalDate datedOn,
    @Nullable String description,
    @Nullable String fullDescription,
    @Nullable Instant uploadedAt,
    @Nullable BigDecimal unexplainedAmount,
    @Nullable Boolean isManual,
    @Nullable String transactionId,
    @Nullable Integer matchingTransactionsCount,
    List<BankTransactionExplanation> bankTransactionExplanations,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BankTransaction {
    url = Ref.orNone(url);
    bankTransactionExplanations = Absent.list(bankTransactionExplanations);
    extra = Absent.map(extra);
  }

  /**
   * The transaction with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<BankTransaction> ref(String idOrUrl) {
    return Ref.of("bank_transactions", idOrUrl);
  }
}
