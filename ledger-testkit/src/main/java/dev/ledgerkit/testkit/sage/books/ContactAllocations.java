package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
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
  private final Postings postings;

  ContactAllocations(Book book, Artefacts artefacts, Postings postings) {
    this.book = book;
    this.artefacts = artefacts;
    this.postings = postings;
  }

  @Override
  public void create(Row row, Body body) {
    String type = body.text("transaction_type_id");
    if (!type.endsWith("_ALLOCATION")) {
      throw Refused.because("transaction_type_id: is not an allocation", "transaction_type_id");
    }
    Row contact = Parties.find(book, body.text("contact_id"), type.startsWith("CUSTOMER"));
    List<Artefacts.Share> shares = balanced(body, contact.id(), type);
    ObjectNode json = row.json();
    String name = ContactPayments.displayName(book, type);
    json.put("displayed_as", name).putNull("deleted_at").putArray("links");
    json.set("transaction_type", book.reference("transaction_types", type));
    json.put("date", today(body));
    json.set("contact", contact.reference());
    artefacts.apply(row, shares);
    postings.open(row, type, BigDecimal.ZERO);
  }

  private String today(Body body) {
    return (body.has("date") ? body.date("date") : book.now().atZone(ZoneOffset.UTC).toLocalDate())
        .toString();
  }

  /** A customer's invoices count up and credits down; a vendor's the other way round. */
  private List<Artefacts.Share> balanced(Body body, String contactId, String type) {
    List<Artefacts.Share> shares = artefacts.resolve(body, contactId);
    BigDecimal sum =
        shares.stream().map(Artefacts.Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      throw Refused.because("The allocated amounts must add up to zero.", "allocated_artefacts");
    }
    boolean customer = type.startsWith("CUSTOMER");
    for (Artefacts.Share share : shares) {
      if (share.amount().signum() != 0
          && (share.amount().signum() > 0) != (customer != share.ofCredit())) {
        throw Refused.because(
            "amount: has the wrong sign for this artefact", "allocated_artefacts.amount");
      }
    }
    return shares;
  }

  @Override
  public void update(Row row, Body body) {
    if (body.mentions("allocated_artefacts")) {
      artefacts.replace(
          row, () -> balanced(body, row.idOf("contact"), row.idOf("transaction_type")));
    }
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    artefacts.revert(row);
    postings.withdraw(row);
    row.delete(book.now());
    return WireReply.noContent();
  }
}
