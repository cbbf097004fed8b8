package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Journal sets, whose entries add up to nothing; found again by their tag. */
final class JournalSets implements Rules {
  static final Spec SPEC =
      Spec.of(
              "journal_sets",
              "journal_set",
              7,
              "LCGUD",
              """
              dated_on!     date
              description!  text
              tag           text
              """)
          .dated("dated_on");

  private static final List<Field> ENTRY =
      Field.table(
          """
          category!                link:categories
          debit_value!             decimal
          description              text
          user                     link:users
          stock_item               link:stock_items
          stock_altering_quantity  integer
          capital_asset_type       text
          property                 text
          """);

  private final Book book;

  JournalSets(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    if (!body.has("journal_entries") || body.list("journal_entries").isEmpty()) {
      throw Refused.because("journal_entries can't be blank");
    }
    row.edit().putArray("journal_entries");
    update(row, body, call);
  }

  @Override
  public void update(Row row, Body body, Call call) {
    ArrayNode entries = (ArrayNode) row.edit().path("journal_entries");
    body.list("journal_entries").forEach(sent -> entry(row, entries, sent));
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode entry : entries) {
      sum = sum.add(ItemLines.amount(entry, "debit_value"));
    }
    if (sum.signum() != 0) {
      throw Refused.because("journal_entries must balance");
    }
  }

  private void entry(Row row, ArrayNode entries, Body sent) {
    Form form = new Form(ENTRY, book);
    if (!sent.has("url")) {
      List<String> problems = new ArrayList<>(form.problems(sent, true, "journal_entries."));
      if (sent.has("stock_item") && !sent.has("stock_altering_quantity")) {
        problems.add("journal_entries.stock_altering_quantity can't be blank");
      }
      if (sent.text("category").contains("/categories/750")) {
        problems.add("journal_entries.category cannot be a bank account");
      }
      Resource.refuse(problems);
      ObjectNode entry =
          Json.object().put("url", book.url(row) + "/journal_entries/" + book.nextId());
      form.fill(entry, sent);
      entries.add(entry);
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (Json.text(entries.get(i), "url").equals(sent.text("url"))) {
        if (sent.flag("_destroy")) {
          entries.remove(i);
        } else {
          Resource.refuse(form.problems(sent, false, "journal_entries."));
          form.fill((ObjectNode) entries.get(i), sent);
        }
        return;
      }
    }
    throw Refused.because("journal_entries is invalid");
  }

  @Override
  public boolean keepsEverything(Call call) {
    return call.query("tag").isEmpty();
  }

  @Override
  public boolean matches(Row row, Call call) {
    String tag = call.query("tag");
    return tag.isEmpty() || row.text("tag").equals(tag);
  }

  /** What the bank accounts began with, against suspense; the entries alone do not balance. */
  @Override
  public Optional<WireReply> aside(String name, Call call) {
    if (!name.equals("opening_balances")) {
      return Optional.empty();
    }
    ObjectNode set =
        Json.object()
            .put("url", book.links.url("journal_sets", "opening_balances"))
            .put("description", "Opening Balances Journal Set")
            .put("updated_at", Book.time(book.now()));
    BigDecimal sum = BigDecimal.ZERO;
    ArrayNode banks = Json.array();
    for (Row account : book.table("bank_accounts").stream().toList()) {
      BigDecimal opening = account.decimal("opening_balance");
      sum = sum.add(opening);
      banks
          .addObject()
          .put("url", book.url(account))
          .put("description", account.text("name"))
          .put("debit_value", Amounts.text(opening));
    }
    set.putArray("journal_entries")
        .addObject()
        .put("url", book.links.url("journal_sets/opening_balances/journal_entries", 1))
        .put("category", book.categoryUrl("999"))
        .put("description", "Automatic Balancing Entry")
        .put("debit_value", Amounts.text(sum.negate()));
    set.set("bank_accounts", banks);
    set.putArray("stock_items");
    return Optional.of(WireReply.json(200, Json.write(Json.object().set("journal_set", set))));
  }

  /** Journal sets have no time of creation on the wire. */
  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    json.remove("created_at");
  }
}
