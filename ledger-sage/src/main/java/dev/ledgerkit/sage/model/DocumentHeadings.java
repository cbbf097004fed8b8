package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What stands on top of printed documents.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record DocumentHeadings(
    @Nullable String salesInvoice,
    @Nullable String salesCreditNote,
    @Nullable String salesCorrectiveInvoice,
    @Nullable String salesQuote,
    @Nullable String salesEstimate,
    @Nullable String proForma,
    @Nullable String remittanceAdvice,
    @Nullable String statement,
    @Nullable String deliveryNote,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public DocumentHeadings {
    extra = Absent.map(extra);
  }
}
