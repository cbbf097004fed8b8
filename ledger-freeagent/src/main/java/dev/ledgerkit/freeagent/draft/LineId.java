package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.freeagent.model.InvoiceItem;
import dev.ledgerkit.freeagent.model.Ref;

/** Lines are named by a number when they are written, and by a URL when they are read. */
final class LineId {
  private LineId() {}

  static Long of(Ref<InvoiceItem> item) {
    if (!item.id().matches("[1-9]\\d{0,17}")) {
      throw new ConfigurationException(
          "'%s' is not a line of a document; pass the url() of one that was read.".formatted(item));
    }
    return Long.valueOf(item.id());
  }
}
