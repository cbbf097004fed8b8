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
 * A project of a contact, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param isDeletable only of a project read by itself
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Project(
    Ref<Project> url,
    @Nullable String name,
    @Nullable ContactLink contact,
    @Nullable String contactName,
    @Nullable BigDecimal budget,
    @Nullable BudgetUnits budgetUnits,
    @Nullable Boolean isIr35,
    @Nullable ProjectStatus status,
    @Nullable BigDecimal normalBillingRate,
    @Nullable BigDecimal hoursPerDay,
    @Nullable Boolean usesProjectInvoiceSequence,
    @Nullable String currency,
    @Nullable BillingPeriod billingPeriod,
    @Nullable String contractPoReference,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable Boolean includeUnbilledTimeInProfitability,
    @Nullable Boolean isDeletable,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Project {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The project with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Project> ref(String idOrUrl) {
    return Ref.of("projects", idOrUrl);
  }
}
