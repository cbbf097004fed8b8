package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.query.ListQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents for customers, with what only they can do. */
class SalesDocumentResource<T, Q extends ListQuery, D extends SageDraft>
    extends ContactDocumentResource<T, Q, D> {
  private static final int MAX_REASON = 200;
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final ZeroTaxRate zeroTaxRate;
  private final SageSpelling spelling;

  SalesDocumentResource(SageCalls calls, ZeroTaxRate zeroTaxRate, ResourceSpec<T> spec) {
    super(calls, spec.oneCreateAtATime());
    this.zeroTaxRate = zeroTaxRate;
    this.spelling = calls.spelling();
  }

  /** Unasked, a read marks the document as sent. */
  @Override
  final ApiRequest.Builder reading(String path) {
    return super.reading(path).query("mark_as_sent", false);
  }

  /**
   * A delivery address that is left out becomes the billing address, and shipping without a rate is
   * taxed at a rate of Sage's choice; so neither is left out.
   */
  @Override
  final void complete(ObjectNode fields) {
    JsonNode billing = fields.get("main_address");
    if (billing != null && !fields.has("delivery_address")) {
      fields.set("delivery_address", billing);
    }
    String net = fields.path("shipping_net_amount").asString("0");
    if (new BigDecimal(net).signum() != 0 && !fields.has("shipping_tax_rate_id")) {
      fields.put("shipping_tax_rate_id", zeroTaxRate.id());
    }
  }

  public final byte[] pdf(String id) {
    byte[] document = bytes(reading(pathOf(id)), "application/pdf");
    if (!Arrays.equals(PDF, Arrays.copyOf(document, PDF.length))) {
      throw new ProviderUnavailableException(
          "The PDF of %s %s was answered with %d bytes of something else."
              .formatted(noun(), id, document.length),
          null);
    }
    return document;
  }

  public final T voidDraft(String id) {
    return read(ApiRequest.delete(pathOf(id)));
  }

  final T voided(String id, String reason) {
    if (reason.isBlank() || reason.length() > MAX_REASON) {
      throw new ConfigurationException(
          "'%s' is refused as the reason to void %s %s: Sage takes 1 to %d characters."
              .formatted(reason, noun(), id, MAX_REASON));
    }
    if (spelling == SageSpelling.GUIDE) {
      ObjectNode body = SageJson.object().put("void_reason", reason);
      return read(ApiRequest.delete(pathOf(id), SageJson.write(body)));
    }
    return read(ApiRequest.delete(pathOf(id)).query("void_reason", reason));
  }
}
