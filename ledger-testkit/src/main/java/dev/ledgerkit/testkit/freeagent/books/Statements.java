package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Uploaded statements. The upload only receives: rows appear later, what is there already is
 * dropped, and an amount in quotes imports nothing and says nothing.
 */
final class Statements {
  private static final Set<String> IN = Set.of("CREDIT", "DIV", "DEP", "DIRECTDEP");
  private static final Set<String> AS_SENT = Set.of("INT", "ATM", "POS", "OTHER");
  private static final Set<String> OUT =
      Set.of(
          "DEBIT", "FEE", "SRVCHG", "XFER", "CHECK", "PAYMENT", "CASH", "DIRECTDEBIT", "REPEATPMT");
  private static final Pattern OFX_ROW =
      Pattern.compile("<STMTTRN>(.*?)(?=</STMTTRN>|<STMTTRN>|</BANKTRANLIST>)", Pattern.DOTALL);

  private final Book book;
  private final BankTransactions transactions;
  private final List<Upload> waiting = new ArrayList<>();
  private String latest = "";

  private record Line(LocalDate on, BigDecimal amount, String text, String type, String fitid) {
    String identity() {
      return on + "|" + Amounts.text(amount) + "|" + text + "//" + type + "/";
    }
  }

  private record Upload(String account, List<Line> lines, Instant due) {}

  Statements(Book book, BankTransactions transactions) {
    this.book = book;
    this.transactions = transactions;
  }

  void upload(String account, WireRequest request) {
    boolean json =
        request.header("Content-Type").filter(t -> t.startsWith("application/json")).isPresent();
    List<Line> lines = json ? json(request.body()) : file(request.body());
    waiting.add(new Upload(account, lines, book.now().plus(book.settings.importDelay())));
    importDue();
  }

  /** Called before every request to the company. */
  void importDue() {
    List<Upload> due = waiting.stream().filter(u -> !book.now().isBefore(u.due())).toList();
    waiting.removeAll(due);
    due.forEach(this::take);
  }

  private void take(Upload upload) {
    Map<String, Integer> known = new HashMap<>();
    book.table("bank_transactions").stream()
        .filter(row -> row.text("bank_account").equals(upload.account()))
        .forEach(row -> known.merge(identity(row), 1, Integer::sum));
    for (Line line : upload.lines()) {
      Integer left = known.getOrDefault(line.identity(), 0);
      if (left > 0) {
        known.put(line.identity(), left - 1);
        continue;
      }
      Row row =
          transactions.add(
              upload.account(), line.on(), line.amount(), line.text(), line.type(), line.fitid());
      latest = row.text("uploaded_at");
    }
  }

  private static String identity(Row row) {
    return row.text("dated_on") + "|" + row.text("amount") + "|" + row.text("description");
  }

  String latest() {
    return latest;
  }

  private List<Line> json(String body) {
    JsonNode statement =
        Json.parse(body)
            .orElseThrow(() -> Refused.with(400, "The statement is not JSON"))
            .path("statement");
    if (statement.isMissingNode() || statement.isEmpty()) {
      throw Refused.with(406, "No statement data");
    }
    if (!statement.isArray()) {
      throw Refused.with(400, "The statement is not an array");
    }
    List<Line> lines = new ArrayList<>();
    for (JsonNode row : statement) {
      Body line = new Body(row);
      LocalDate on =
          line.date("dated_on").orElseThrow(() -> Refused.with(400, "dated_on can't be blank"));
      JsonNode amount = row.path("amount");
      if (!amount.isMissingNode() && !amount.isNumber()) {
        return List.of();
      }
      BigDecimal value = amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO;
      String type = line.has("transaction_type") ? line.text("transaction_type") : "OTHER";
      lines.add(
          new Line(on, signed(value, type), line.text("description"), type, line.text("fitid")));
    }
    return lines;
  }

  private static BigDecimal signed(BigDecimal amount, String type) {
    if (IN.contains(type)) {
      return amount.abs();
    }
    if (OUT.contains(type)) {
      return amount.abs().negate();
    }
    if (!AS_SENT.contains(type)) {
      throw Refused.with(400, "transaction_type " + type + " is not known");
    }
    return amount;
  }

  /** The OFX inside a multipart body; other formats are not understood here. */
  private static List<Line> file(String body) {
    List<Line> lines = new ArrayList<>();
    Matcher rows = OFX_ROW.matcher(body);
    while (rows.find()) {
      String row = rows.group(1);
      try {
        String name = tag(row, "NAME").isEmpty() ? tag(row, "MEMO") : tag(row, "NAME");
        lines.add(
            new Line(
                LocalDate.parse(
                    tag(row, "DTPOSTED").substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE),
                new BigDecimal(tag(row, "TRNAMT")),
                name,
                tag(row, "TRNTYPE"),
                tag(row, "FITID")));
      } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
        throw Refused.with(400, "The statement cannot be read");
      }
    }
    if (lines.isEmpty()) {
      throw Refused.with(406, "No statement data");
    }
    return lines;
  }

  private static String tag(String row, String name) {
    Matcher value = Pattern.compile("<" + name + ">([^<\\r\\n]*)").matcher(row);
    return value.find() ? value.group(1).strip() : "";
  }
}
