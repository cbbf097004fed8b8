package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Seeded;
import dev.ledgerkit.testkit.sage.table.Witness;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Unpaid invoices by number: invoice and transaction are written when they are read, the same each
 * time. Their ledger entries are left out.
 */
final class SeededInvoices {
  private static final int DAYS = 365;
  private static final int PENCE = 1_000_000;
  private static final int SELDOM = 1_000;

  private final Book live;
  private final Book book;
  private final Documents documents;
  private final SeedCounts counts;
  private final String customer;
  private final String account;
  private final Instant born;
  private final String transactions;

  /** Written as of now, so that a later change of the customer or the rate does not reach them. */
  SeededInvoices(Book live, Witness witness, SeedCounts counts, String customer) {
    Book then = live.copy();
    this.live = live;
    this.book = then;
    this.documents = new Documents(DocumentKind.SALES_INVOICE, then, new Postings(then), witness);
    this.counts = counts;
    this.customer = customer;
    this.account = book.live("ledger_accounts").findFirst().map(Row::id).orElse("");
    this.born = book.now();
    this.transactions = Seeded.prefix(book.business().id(), "transactions");
  }

  void plant() {
    String invoices = Seeded.prefix(book.business().id(), "sales_invoices");
    int count = counts.salesInvoices();
    live.seed(
        "sales_invoices",
        new Seeded(
            count,
            invoices,
            i -> new Row(Seeded.id(invoices, i), "sales_invoices", i + 1L, born, this::invoice)));
    live.seed(
        "transactions",
        new Seeded(
            count,
            transactions,
            i -> new Row(Seeded.id(transactions, i), "transactions", i + 1L, born, this::posted)));
    live.nextNumber(DocumentKind.SALES_INVOICE.prefix(), count + 1);
    live.trade(customer);
  }

  private void invoice(Row row) {
    int index = (int) row.sequence() - 1;
    SplittableRandom random = new SplittableRandom(counts.seed() * 31 + index);
    LocalDate today = born.atZone(ZoneOffset.UTC).toLocalDate();
    ObjectNode sent = Json.object().put("contact_id", customer);
    sent.put("date", today.minusDays(random.nextInt(DAYS)).toString());
    sent.put("reference", "SEED-" + (index + 1));
    ArrayNode lines = sent.putArray("invoice_lines");
    for (int line = 1; line <= counts.linesEach(); line++) {
      BigDecimal price = price(random);
      lines
          .addObject()
          .put("description", "Seeded item " + (index + 1) + "." + line)
          .put("ledger_account_id", account)
          .put("quantity", Integer.toString(1 + random.nextInt(9)))
          .put("unit_price", price.toPlainString())
          .put("tax_rate_id", book.business().country() + "_STANDARD")
          .put("tax_amount", Money.percent(price, BigDecimal.TEN).toPlainString());
    }
    documents.write(row, new Body(sent, ""));
    documents.name(row, DocumentKind.SALES_INVOICE.prefix() + "-" + (index + 1), "UNPAID");
    row.json()
        .putObject("transaction")
        .put("id", Seeded.id(transactions, index))
        .put("displayed_as", row.text("displayed_as"))
        .put("$path", "/transactions/" + Seeded.id(transactions, index));
  }

  /** Now and then more digits than a double holds. */
  private static BigDecimal price(SplittableRandom random) {
    BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(PENCE), 2);
    return random.nextInt(SELDOM) == 0
        ? price.add(BigDecimal.valueOf(1_234_567_890_123_400L))
        : price;
  }

  private void posted(Row row) {
    int index = (int) row.sequence() - 1;
    String id = Seeded.id(Seeded.prefix(book.business().id(), "sales_invoices"), index);
    Row invoice = new Row(id, "sales_invoices", row.sequence(), born, this::invoice);
    Postings.describe(row, invoice, new BigDecimal(invoice.text("total_amount")));
    ObjectNode json = row.json();
    json.set("transaction_type", book.reference("transaction_types", "SALES_INVOICE"));
    json.put("deleted", false).put("audit_trail_id", index + 1).put("number_of_attachments", 0);
  }
}
