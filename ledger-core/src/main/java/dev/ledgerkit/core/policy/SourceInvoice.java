package dev.ledgerkit.core.policy;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a policy must know of an invoice of the source.
 *
 * @param createdAt when the source created it
 * @param total what the customer owes or paid, tax included; its scale does not matter
 * @param paid whether it was paid when it was created
 * @param website the website it comes from, by the source's own code
 * @param store the store it comes from, by the source's own code
 * @since 0.1
 */
public record SourceInvoice(
    Instant createdAt, BigDecimal total, boolean paid, String website, String store) {}
