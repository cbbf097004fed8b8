package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /accounting}: transactions and the reports over them, computed from the documents. */
final class Reports {
  private final Book book;
  private long postingsOf = -1;
  private List<Postings.Posting> postings = List.of();

  /** A range of days inside one accounting period. */
  private record Range(LocalDate from, LocalDate to) {
    boolean has(Postings.Posting posting) {
      return !posting.on().isBefore(from) && !posting.on().isAfter(to);
    }
  }

  Reports(Book book) {
    this.book = book;
  }

  WireReply handle(List<String> path, Call call) {
    if (!call.request().method().equals("GET")) {
      throw Refused.with(404);
    }
    return switch (String.join("/", path.subList(1, Math.min(path.size(), 3)))) {
      case "transactions" -> transactions(call);
      case "trial_balance/summary" -> trialBalance(path, call);
      case "profit_and_loss/summary" -> profitAndLoss(call);
      case "balance_sheet" -> balanceSheet(day(call, "as_at_date", book.today()), false);
      case "balance_sheet/opening_balances" -> balanceSheet(book.start(), true);
      default ->
          path.size() == 3 && path.get(1).equals("transactions")
              ? transaction(path.get(2))
              : Answers.ofStatus(404);
    };
  }

  private List<Postings.Posting> postings() {
    if (postingsOf != book.version()) {
      postings = new Postings(book).all();
      postingsOf = book.version();
    }
    return postings;
  }

  private Range range(Call call) {
    LocalDate today = book.today();
    LocalDate first = LocalDate.of(today.getYear(), 1, 1);
    String period = call.query("accounting_period");
    if (period.matches("\\d{4}/\\d{2}")) {
      int year = Integer.parseInt(period.substring(0, 4));
      return new Range(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    LocalDate to = day(call, "to_date", today);
    LocalDate from = day(call, "from_date", call.query("to_date").isEmpty() ? first : startOf(to));
    if (from.isAfter(to) || from.getYear() != to.getYear()) {
      throw Refused.because("from_date and to_date must be in the same accounting period");
    }
    return new Range(from, to);
  }

  private static LocalDate startOf(LocalDate day) {
    return LocalDate.of(day.getYear(), 1, 1);
  }

  private static LocalDate day(Call call, String parameter, LocalDate otherwise) {
    String value = call.query(parameter);
    return value.isEmpty() ? otherwise : ListQuery.day(value);
  }

  private WireReply transactions(Call call) {
    Range range = range(call);
    String code = call.query("nominal_code");
    List<Postings.Posting> found =
        postings().stream()
            .filter(range::has)
            .filter(p -> code.isEmpty() || p.code().equals(code) || p.category().equals(code))
            .toList();
    Page page = Page.of(call, book, List.of(), found.size());
    ArrayNode rows = Json.array();
    found.stream().skip(page.skipped()).limit(page.size()).forEach(p -> rows.add(json(p)));
    return page.headers(WireReply.json(200, Json.write(Json.object().set("transactions", rows))));
  }

  private WireReply transaction(String id) {
    return postings().stream()
        .filter(p -> Long.toString(p.id()).equals(id))
        .findFirst()
        .map(p -> WireReply.json(200, Json.write(Json.object().set("transaction", json(p)))))
        .orElseGet(() -> Answers.ofStatus(404));
  }

  private ObjectNode json(Postings.Posting posting) {
    ObjectNode json =
        Json.object()
            .put("url", book.links.url("accounting/transactions", posting.id()))
            .put("dated_on", posting.on().toString())
            .put("created_at", Book.time(posting.source().created))
            .put("updated_at", Book.time(posting.source().updated))
            .put("description", posting.text())
            .put("category", book.categoryUrl(posting.category()))
            .put("category_name", name(posting.category()))
            .put("nominal_code", posting.code())
            .put("debit_value", Amounts.text(posting.debit()))
            .put("source_item_url", book.url(posting.source()));
    json.putObject("foreign_currency_data");
    return json;
  }

  private String name(String code) {
    return book.category(code).map(row -> row.text("description")).orElse("");
  }

  private Map<String, BigDecimal> sums(Predicate<Postings.Posting> which) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    postings().stream()
        .filter(which)
        .forEach(p -> sums.merge(p.code() + "|" + p.owner(), p.debit(), BigDecimal::add));
    return sums;
  }

  private WireReply trialBalance(List<String> path, Call call) {
    boolean opening = path.size() == 4 && path.get(3).equals("opening_balances");
    if (path.size() > 3 && !opening) {
      return Answers.ofStatus(404);
    }
    Range range = range(call);
    ArrayNode lines = Json.array();
    sums(p -> opening ? p.source().path.equals("bank_accounts") : range.has(p))
        .forEach((key, total) -> lines.add(line(key.split("\\|", 2), total)));
    return WireReply.json(200, Json.write(Json.object().set("trial_balance_summary", lines)));
  }

  /** The code to show is not the legacy one, which carries the number of a record. */
  private ObjectNode line(String[] codeAndOwner, BigDecimal total) {
    String code = codeAndOwner[0];
    String owner = codeAndOwner[1];
    String category = code.substring(0, 3);
    String legacy =
        owner.isEmpty() ? code : category + "-" + owner.substring(owner.lastIndexOf('/') + 1);
    ObjectNode line =
        Json.object()
            .put("category", book.categoryUrl(category))
            .put("nominal_code", legacy)
            .put("display_nominal_code", code)
            .put("name", name(category))
            .put("total", Amounts.text(total));
    if (!owner.isEmpty()) {
      line.put(owner.contains("/users/") ? "user" : "bank_account", owner);
    }
    return line;
  }

  private BigDecimal sum(Predicate<Postings.Posting> which) {
    return postings().stream()
        .filter(which)
        .map(Postings.Posting::debit)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean between(Postings.Posting posting, int low, int high) {
    int code = Integer.parseInt(posting.category());
    return code >= low && code <= high;
  }

  /** Whole pounds in strings. */
  private WireReply profitAndLoss(Call call) {
    Range range = range(call);
    BigDecimal income = whole(sum(p -> range.has(p) && between(p, 1, 95)).negate());
    BigDecimal expenses = whole(sum(p -> range.has(p) && between(p, 96, 499)));
    BigDecimal tax = whole(sum(p -> range.has(p) && between(p, 500, 598)));
    BigDecimal dividends = whole(sum(p -> range.has(p) && between(p, 908, 908)));
    BigDecimal profit = income.subtract(expenses);
    BigDecimal retained = profit.subtract(tax).subtract(dividends);
    BigDecimal before =
        whole(
            sum(p -> p.on().isBefore(range.from()) && (between(p, 1, 598) || between(p, 908, 908)))
                .negate());
    ObjectNode summary =
        Json.object()
            .put("from", range.from().toString())
            .put("to", range.to().toString())
            .put("income", income.toPlainString())
            .put("expenses", expenses.toPlainString())
            .put("operating_profit", profit.toPlainString());
    ArrayNode less = summary.putArray("less");
    less.addObject().put("title", "Corp. Tax (est.)").put("total", tax.toPlainString());
    less.addObject().put("title", "Dividends").put("total", dividends.toPlainString());
    less.addObject().put("title", "Adjustments").put("total", "0");
    summary
        .put("retained_profit", retained.toPlainString())
        .put("retained_profit_brought_forward", before.toPlainString())
        .put("retained_profit_carried_forward", before.add(retained).toPlainString());
    return WireReply.json(200, Json.write(Json.object().set("profit_and_loss_summary", summary)));
  }

  private static BigDecimal whole(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP);
  }

  /** JSON numbers, unlike everywhere else. */
  private WireReply balanceSheet(LocalDate on, boolean opening) {
    ObjectNode sheet = Json.object();
    if (!opening) {
      sheet
          .put("accounting_period_start_date", startOf(on).toString())
          .put("as_at_date", on.toString());
    }
    sheet.put("currency", book.profile.currency());
    Map<String, BigDecimal> sums =
        sums(
            p ->
                !p.on().isAfter(on)
                    && between(p, 600, 999)
                    && (!opening || p.source().path.equals("bank_accounts")));
    List<ObjectNode> capital = new ArrayList<>();
    List<ObjectNode> assets = new ArrayList<>();
    List<ObjectNode> liabilities = new ArrayList<>();
    List<ObjectNode> equity = new ArrayList<>();
    sums.forEach(
        (key, exact) -> {
          String code = key.split("\\|", 2)[0];
          int number = Integer.parseInt(code.substring(0, 3));
          BigDecimal total = whole(exact);
          ObjectNode account =
              Json.object()
                  .put("name", name(code.substring(0, 3)))
                  .put("nominal_code", code)
                  .put("total_debit_value", total);
          if (number < 608) {
            capital.add(account);
          } else if (number == 670 || (number >= 908 && number < 970)) {
            equity.add(account);
          } else {
            (total.signum() > 0 ? assets : liabilities).add(account);
          }
        });
    BigDecimal fixed = total(capital);
    BigDecimal current = total(assets).add(total(liabilities));
    BigDecimal all = fixed.add(current);
    accounts(sheet, "capital_assets", capital).put("net_book_value", fixed);
    accounts(sheet, "current_assets", assets);
    accounts(sheet, "current_liabilities", liabilities);
    sheet.put("net_current_assets", current).put("total_assets", all);
    accounts(sheet, "owners_equity", equity).put("retained_profit", all.add(total(equity)));
    sheet.put("total_owners_equity", all);
    return WireReply.json(200, Json.write(Json.object().set("balance_sheet", sheet)));
  }

  private static BigDecimal total(List<ObjectNode> accounts) {
    return accounts.stream()
        .map(account -> account.path("total_debit_value").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ObjectNode accounts(ObjectNode sheet, String name, List<ObjectNode> accounts) {
    ObjectNode part = sheet.putObject(name);
    Optional.of(accounts)
        .filter(list -> !list.isEmpty())
        .ifPresent(list -> list.forEach(part.putArray("accounts")::add));
    return part;
  }
}
