package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What invoices and credit notes share: drafted, sent, settled, overdue by the clock. */
abstract class Documents implements Rules {
  static final String DRAFT = "Draft";
  static final String SCHEDULED = "Scheduled To Email";
  static final String OPEN = "Open";
  static final String WRITTEN_OFF = "Written-off";
  private static final List<String> LOCKED_WHEN_SENT =
      List.of("contact", "dated_on", "currency", "exchange_rate", "discount_percent", "ec_status");
  private static final Set<String> OWING = Set.of("Open", "Overdue");
  private static final int RECENT_DAYS = 60;

  final Book book;
  final String root;
  final String items;
  final String settled;

  Documents(Book book, String root, String settled) {
    this.book = book;
    this.root = root;
    this.items = root + "_items";
    this.settled = settled;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    ObjectNode json = row.edit();
    Row contact = book.get("contacts", row.text("contact"));
    json.put("contact_name", Contacts.displayName(contact));
    json.put("status", DRAFT);
    if (!json.has("currency")) {
      json.put("currency", book.profile.currency());
    }
    if (!json.has("exchange_rate")) {
      json.put("exchange_rate", "1.0");
    }
    json.put("omit_header", body.flag("omit_header")).put("is_interim_uk_vat", false);
    json.put(settled + "_value", "0.0");
    due(row);
    EcStatus.check(book, row, body, items);
    new ItemLines(book, this).create(row, body);
    total(row);
    // Last, for a refused create must not use up a number.
    json.put(
        "reference",
        body.has("reference")
            ? book.numbers.claim(row.path, body.text("reference"))
            : book.numbers.draw(row.path));
  }

  @Override
  public void update(Row row, Body body, Call call) {
    boolean lines = body.mentions(items);
    if (!row.text("status").equals(DRAFT)) {
      refuseLocked(body, lines);
    }
    if (body.mentions("contact")) {
      row.edit()
          .put("contact_name", Contacts.displayName(book.get("contacts", row.text("contact"))));
    }
    EcStatus.check(book, row, body, items);
    if (lines) {
      new ItemLines(book, this).update(row, body);
    }
    due(row);
    total(row);
  }

  private void refuseLocked(Body body, boolean lines) {
    List<String> problems = new ArrayList<>();
    for (String field : LOCKED_WHEN_SENT) {
      if (body.mentions(field)) {
        problems.add(field + " is locked and cannot be changed");
      }
    }
    if (lines) {
      for (String field : List.of("description", "item_type", root + "_id")) {
        problems.add(items + "." + field + " is locked and cannot be changed");
      }
      problems.add(items + " contain errors");
    }
    Resource.refuse(problems);
  }

  private static void due(Row row) {
    int days = row.json().path("payment_terms_in_days").asInt(0);
    row.date("dated_on").ifPresent(d -> row.edit().put("due_on", d.plusDays(days).toString()));
  }

  private void total(Row row) {
    ItemLines.total(row, items, row.decimal("discount_percent"));
    row.put("due_value", row.decimal("total_value").subtract(row.decimal(settled + "_value")));
  }

  @Override
  public void delete(Row row) {
    if (row.decimal(settled + "_value").signum() != 0) {
      throw Refused.with(403, "The " + root.replace('_', ' ') + " has payments");
    }
    book.numbers.release(row.path, row.text("reference"));
  }

  /** Something was paid, refunded or reconciled; a negative amount takes it back. */
  void settle(Row row, BigDecimal amount, LocalDate on) {
    if (Set.of(DRAFT, SCHEDULED).contains(row.text("status"))) {
      throw Refused.because("The " + root.replace('_', ' ') + " has not been sent");
    }
    row.put(settled + "_value", row.decimal(settled + "_value").add(amount));
    row.put("due_value", row.decimal("total_value").subtract(row.decimal(settled + "_value")));
    if (row.decimal("due_value").signum() == 0) {
      row.edit().put(settled + "_on", on.toString());
    } else {
      row.edit().remove(settled + "_on");
    }
    row.touch(book.now());
  }

  abstract String status(Row row);

  /** The status of a sent document that is not over nothing and not settled. */
  String owing(Row row) {
    return row.date("due_on").filter(d -> d.isBefore(book.today())).isPresent() ? "Overdue" : OPEN;
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    String status = status(row);
    json.put("status", status).put("long_status", longStatus(row, status));
    if (!single && !call.asks("nested_" + items)) {
      json.remove(items);
    }
  }

  private String longStatus(Row row, String status) {
    return switch (status) {
      case "Open" -> "Open – due on " + row.text("due_on");
      case "Overdue" -> "Overdue – due on " + row.text("due_on");
      default -> status;
    };
  }

  @Override
  public boolean inView(Row row, String view) {
    String status = status(row);
    LocalDate dated = row.date("dated_on").orElse(LocalDate.EPOCH);
    return switch (view) {
      case "open" -> status.equals("Open");
      case "overdue" -> status.equals("Overdue");
      case "open_or_overdue" -> OWING.contains(status);
      case "recent_open_or_overdue" ->
          OWING.contains(status) || dated.isAfter(book.today().minusDays(RECENT_DAYS));
      case "draft" -> status.equals(DRAFT);
      case "paid" -> status.equals("Paid");
      case "refunded" -> status.equals("Refunded");
      case "scheduled_to_email" -> status.equals(SCHEDULED);
      case "thank_you_emails" -> row.flag("send_thank_you_emails");
      case "reminder_emails" -> row.flag("send_reminder_emails");
      default -> !dated.isBefore(book.today().minusMonths(months(view)));
    };
  }

  private static long months(String view) {
    return Long.parseLong(view.replaceAll("\\D", ""));
  }

  @Override
  public WireReply act(Row row, String action, Call call) {
    String method = call.request().method();
    if (method.equals("PUT") && action.startsWith("transitions/")) {
      row.date("dated_on").ifPresent(book.locks::check);
      transit(row, action.substring("transitions/".length()), call);
      row.touch(book.now());
      return Answers.empty();
    }
    return switch (method + " " + action) {
      case "GET pdf" -> Paper.reply(root, row.text("reference"));
      case "POST send_email" -> {
        book.outbox().send(row, Body.of(call.request().body(), root).nested("email"));
        if (row.text("status").equals(DRAFT)) {
          transit(row, "mark_as_sent", call);
        }
        row.touch(book.now());
        yield Answers.empty();
      }
      default -> other(row, method + " " + action, call);
    };
  }

  WireReply other(Row row, String action, Call call) {
    throw Refused.with(404);
  }

  void transit(Row row, String transition, Call call) {
    switch (transition) {
      case "mark_as_sent" -> send(row);
      case "mark_as_draft" -> {
        if (row.decimal(settled + "_value").signum() != 0) {
          throw Refused.because("The " + root.replace('_', ' ') + " has payments");
        }
        row.edit().put("status", DRAFT).remove("written_off_date");
      }
      default -> throw Refused.with(404);
    }
  }

  void send(Row row) {
    if (row.text("status").equals(OPEN)) {
      throw Refused.because("The " + root.replace('_', ' ') + " has been sent already");
    }
    boolean twice =
        book.table(row.path)
            .where("reference", row.text("reference"))
            .anyMatch(other -> other.id != row.id && !other.text("status").equals(DRAFT));
    if (twice) {
      throw Refused.because("reference has already been taken");
    }
    row.edit().put("status", OPEN).remove("written_off_date");
    row.put("due_value", row.decimal("total_value").subtract(row.decimal(settled + "_value")));
  }

  /** A JSON copy without what belongs to one document alone. */
  ObjectNode copyOf(Row row) {
    ObjectNode copy = Json.object();
    for (String field : row.json().propertyNames()) {
      JsonNode value = row.json().path(field);
      if (!Set.of("reference", "status", settled + "_on", "written_off_date").contains(field)) {
        copy.set(field, value.deepCopy());
      }
    }
    copy.path(items).forEach(item -> ((ObjectNode) item).remove("url"));
    return copy;
  }
}
