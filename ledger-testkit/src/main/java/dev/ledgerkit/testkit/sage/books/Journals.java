package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Journals: what is debited is credited; never edited, only deleted or issued anew. */
final class Journals extends Plain {
  private final Postings postings;

  Journals(Book book, Postings postings) {
    super(LedgerSpecs.JOURNALS, book);
    this.postings = postings;
  }

  @Override
  public void create(Row row, Body body) {
    BigDecimal total = balanced(body.lines("journal_lines", "journal_lines"));
    super.create(row, body);
    ObjectNode json = row.json();
    json.set("transaction_type", book.reference("transaction_types", "JOURNAL"));
    json.put("total", Money.text(total)).put("migrated", false).putNull("journal_code");
    for (JsonNode line : json.path("journal_lines")) {
      ((ObjectNode) line)
          .put("tax_reconciled", false)
          .put("cleared", false)
          .put("bank_reconciled", false);
    }
    post(row, total);
  }

  private static BigDecimal balanced(List<Body> lines) {
    BigDecimal debits = BigDecimal.ZERO;
    BigDecimal credits = BigDecimal.ZERO;
    for (Body line : lines) {
      BigDecimal debit = line.decimal("debit", BigDecimal.ZERO);
      BigDecimal credit = line.decimal("credit", BigDecimal.ZERO);
      if (debit.signum() < 0 || credit.signum() < 0 || debit.signum() == credit.signum()) {
        throw Refused.because(
            "journal_lines: either the debit or the credit must be 0", "journal_lines");
      }
      debits = debits.add(debit);
      credits = credits.add(credit);
    }
    if (debits.compareTo(credits) != 0) {
      throw Refused.because("journal_lines: debits and credits must be equal", "base");
    }
    return debits;
  }

  private void post(Row row, BigDecimal total) {
    Row transaction = postings.open(row, "JOURNAL", total);
    for (JsonNode line : row.json().path("journal_lines")) {
      BigDecimal debit = new BigDecimal(Json.text(line, "debit"));
      BigDecimal credit = new BigDecimal(Json.text(line, "credit"));
      postings.side(
          transaction, true, Json.id(line, "ledger_account"), debit.subtract(credit), line);
    }
  }

  /** The old journal goes and the same stands in its place under a new id. */
  @Override
  public WireReply act(Row row, String action) {
    if (!action.equals("reissue")) {
      throw Refused.with(404);
    }
    Row again = book.draft(spec.path());
    ObjectNode copy = row.json().deepCopy();
    copy.remove(List.of("id", "$path", "created_at", "updated_at"));
    again.json().setAll(copy);
    book.keep(again);
    post(again, new BigDecimal(row.text("total")));
    delete(row, Map.of());
    return WireReply.json(201, Json.write(again.json()));
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    postings.withdraw(row);
    return super.delete(row, query);
  }
}
