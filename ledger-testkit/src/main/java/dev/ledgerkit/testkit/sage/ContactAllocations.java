package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Sets invoices against credits of the same contact. */
final class ContactAllocations implements Rules {
  private final Book book;
  private final Artefacts artefacts;

  ContactAllocations(Book book, Artefacts artefacts) {
    this.book = book;
    this.artefacts = artefacts;
  }

  @Override
  public void create(Row row, Body body) {
    String type = body.text("transaction_type_id");
    if (!type.endsWith("_ALLOCATION")) {
      throw Refused.because("transaction_type_id: is not an allocation", "transaction_type_id");
    }
    Row contact =
        ContactPayments.contact(book, body.text("contact_id"), type.startsWith("CUSTOMER"));
    List<Artefacts.Share> shares = balanced(body, contact.id);
    ObjectNode json = row.json;
    String name = ContactPayments.displayName(book, type);
    json.put("displayed_as", name).putNull("deleted_at").putArray("links");
    json.set("transaction", book.transaction(name));
    json.set("transaction_type", book.reference("transaction_types", type));
    json.put("date", today(body));
    json.set("contact", contact.reference());
    artefacts.apply(row, shares);
  }

  private String today(Body body) {
    return (body.has("date") ? body.date("date") : book.now().atZone(ZoneOffset.UTC).toLocalDate())
        .toString();
  }

  private List<Artefacts.Share> balanced(Body body, String contactId) {
    List<Artefacts.Share> shares = artefacts.resolve(body, contactId);
    BigDecimal sum =
        shares.stream().map(Artefacts.Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      throw Refused.because("The allocated amounts must add up to zero.", "allocated_artefacts");
    }
    return shares;
  }

  @Override
  public void update(Row row, Body body) {
    if (body.mentions("allocated_artefacts")) {
      artefacts.replace(row, () -> balanced(body, Json.id(row.json, "contact")));
    }
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    artefacts.revert(row);
    row.delete(book.now());
    return WireReply.noContent();
  }
}
