package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A ledger account, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param nominalCode the number people know the account by
 * @param balanceDetails only if asked for with {@code show_balance_details} and both dates
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record LedgerAccount(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Reference ledgerAccountGroup,
    @Nullable String name,
    @Nullable String displayName,
    List<String> visibleScopes,
    @Nullable Boolean includedInChart,
    @Nullable Integer nominalCode,
    @Nullable Reference ledgerAccountType,
    @Nullable Reference ledgerAccountClassification,
    @Nullable Reference taxRate,
    @Nullable Boolean fixedTaxRate,
    @Nullable Boolean visibleInBanking,
    @Nullable Boolean visibleInExpenses,
    @Nullable Boolean visibleInJournals,
    @Nullable Boolean visibleInOtherPayments,
    @Nullable Boolean visibleInOtherReceipts,
    @Nullable Boolean visibleInReporting,
    @Nullable Boolean visibleInSales,
    @Nullable LedgerAccountBalance balanceDetails,
    @Nullable Boolean isControlAccount,
    @Nullable String controlName,
    @Nullable String displayFormatted,
    @Nullable Boolean taxRecoverable,
    @Nullable BigDecimal recoverablePercentage,
    @Nullable LedgerAccount nonRecoverableLedgerAccount,
    @Nullable Boolean cisMaterials,
    @Nullable Boolean taxInstalment,
    @Nullable Boolean cisLabour,
    @Nullable Integer gifiCode,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public LedgerAccount {
    id = Absent.text(id);
    visibleScopes = Absent.list(visibleScopes);
    extra = Absent.map(extra);
  }
}
