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
 * What kind of business it is and which accounts it uses unasked, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param path below the API base
 * @param siret France
 * @param rcsNumber France
 * @param wizardComplete whether the set-up was finished
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BusinessSettings(
    @JsonProperty("$path") @Nullable String path,
    @Nullable String siret,
    @Nullable Boolean managementCentreMember,
    @Nullable String rcsNumber,
    @Nullable BigDecimal shareCapital,
    @Nullable Reference businessActivityType,
    @Nullable Reference legalFormType,
    @Nullable Boolean auxiliaryAccountsVisible,
    @Nullable DefaultLedgerAccounts defaultLedgerAccounts,
    @Nullable BusinessType businessType,
    @Nullable Reference countryOfRegistration,
    @Nullable Instant businessCreatedAt,
    @Nullable Instant updatedAt,
    @Nullable Boolean wizardComplete,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public BusinessSettings {
    extra = Absent.map(extra);
  }
}
