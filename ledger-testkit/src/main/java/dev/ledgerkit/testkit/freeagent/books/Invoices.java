package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Invoices, from draft to paid, overpaid or written off. */
final class Invoices extends Documents {
  static final Spec SPEC =
      Spec.of(
              "invoices",
              "invoice",
              4,
              "LCGUD",
              """
              contact!                   link:contacts
              project                    link:projects
              dated_on!                  date
              payment_terms_in_days!     integer
              reference                  text
              currency                   text
              exchange_rate              decimal
              discount_percent           decimal
              comments                   text
              client_contact_name        text
              payment_terms              text
              po_reference               text
              bank_account               link:bank_accounts
              omit_header                flag
              show_project_name          flag
              always_show_bic_and_iban   flag
              ec_status                  one:UK/Non-EC|EC Goods|EC Services|Reverse Charge|EC VAT MOSS
              place_of_supply            text
              send_new_invoice_emails    flag
              send_reminder_emails       flag
              send_thank_you_emails      flag
              cis_rate                   text
              property                   text
              include_timeslips          text
              include_expenses           text
              include_estimates          text
              """)
          .views(
              "all",
              "recent_open_or_overdue",
              "open",
              "overdue",
              "open_or_overdue",
              "draft",
              "paid",
              "scheduled_to_email",
              "thank_you_emails",
              "reminder_emails",
              "last_N_months")
          .sorts("created_at", "updated_at")
          .links("contact", "project");

  private String additionalText = "";

  Invoices(Book book) {
    super(book, "invoice", "paid");
  }

  @Override
  public void create(Row row, Body body, Call call) {
    if (book.profile.type().equals("UkUnincorporatedLandlord") && !body.has("property")) {
      throw Refused.because("property can't be blank");
    }
    super.create(row, body, call);
    ObjectNode json = row.edit();
    for (String flag :
        new String[] {
          "send_new_invoice_emails",
          "send_reminder_emails",
          "send_thank_you_emails",
          "show_project_name",
          "always_show_bic_and_iban"
        }) {
      json.put(flag, body.flag(flag));
    }
    json.putObject("payment_methods");
    if (!additionalText.isEmpty() && !json.has("comments")) {
      json.put("comments", additionalText);
    }
  }

  @Override
  String status(Row row) {
    String kept = row.text("status");
    int paid = row.decimal("paid_value").signum();
    if (kept.equals(WRITTEN_OFF)) {
      return paid == 0 ? WRITTEN_OFF : "Part written-off";
    }
    int total = row.decimal("total_value").signum();
    int due = row.decimal("due_value").signum();
    if (!kept.equals(OPEN)) {
      return kept;
    }
    if (total == 0) {
      return "Zero Value";
    }
    if (due == 0) {
      return total > 0 ? "Paid" : "Refunded";
    }
    return due < 0 && total > 0 ? "Overpaid" : owing(row);
  }

  @Override
  void transit(Row row, String transition, Call call) {
    switch (transition) {
      case "mark_as_scheduled" -> {
        if (!row.text("status").equals(DRAFT)) {
          throw Refused.because("Only a draft invoice can be scheduled");
        }
        row.edit().put("status", SCHEDULED);
      }
      case "mark_as_cancelled" -> {
        if (!status(row).equals("Overdue")) {
          throw Refused.because("Only an overdue invoice can be written off");
        }
        row.edit().put("status", WRITTEN_OFF).put("written_off_date", book.today().toString());
        row.put("due_value", BigDecimal.ZERO);
      }
      case "convert_to_credit_note" -> convert(row, call);
      default -> super.transit(row, transition, call);
    }
  }

  @Override
  void send(Row row) {
    if (row.decimal("total_value").signum() < 0) {
      throw Refused.because("total_value must not be negative: use a credit note");
    }
    super.send(row);
  }

  /** The draft becomes a credit note over the same lines, and is gone. */
  private void convert(Row row, Call call) {
    if (!row.text("status").equals(DRAFT) || row.decimal("total_value").signum() >= 0) {
      throw Refused.because("Only a draft invoice with a negative total can be converted");
    }
    ObjectNode copy = copyOf(row);
    copy.set("credit_note_items", copy.path("invoice_items").deepCopy());
    book.resource("credit_notes").insert(new Body(copy), call);
    book.resource("invoices").remove(row);
  }

  @Override
  WireReply other(Row row, String action, Call call) {
    return switch (action) {
      case "POST duplicate" -> {
        ObjectNode copy = copyOf(row).put("dated_on", book.today().toString());
        yield book.resource("invoices").create(new Body(copy), call);
      }
      case "POST direct_debit" -> {
        Row contact = book.get("contacts", row.text("contact"));
        if (!contact.text("direct_debit_mandate_state").equals("active")) {
          throw Refused.because("The contact has no active direct debit mandate");
        }
        yield Answers.empty();
      }
      default -> throw Refused.with(404);
    };
  }

  @Override
  public Optional<WireReply> aside(String name, Call call) {
    return switch (name) {
      case "timeline" -> Optional.of(timeline());
      case "default_additional_text" -> Optional.of(additionalText(call));
      default -> Optional.empty();
    };
  }

  private WireReply additionalText(Call call) {
    switch (call.request().method()) {
      case "GET" -> {}
      case "PUT" ->
          additionalText = Body.of(call.request().body(), "").text("default_additional_text");
      case "DELETE" -> additionalText = "";
      default -> throw Refused.with(404);
    }
    return WireReply.json(
        200, Json.write(Json.object().put("default_additional_text", additionalText)));
  }

  /** What was received, and what is still owed. */
  private WireReply timeline() {
    ArrayNode timeline = Json.array();
    for (Row each : book.table("bank_transaction_explanations").stream().toList()) {
      book.find("invoices", each.text("paid_invoice"))
          .ifPresent(
              invoice ->
                  timeline
                      .addObject()
                      .put("reference", invoice.text("reference"))
                      .put("summary", "Payment: " + invoice.text("reference") + " received")
                      .put("description", each.text("description"))
                      .put("dated_on", each.text("dated_on"))
                      .put("amount", each.text("gross_value")));
    }
    for (Row each : book.table("invoices").stream().toList()) {
      if (each.text("status").equals(OPEN)) {
        timeline
            .addObject()
            .put("reference", each.text("reference"))
            .put("summary", "Invoice: " + each.text("reference"))
            .put("description", each.text("contact_name"))
            .put("dated_on", each.text("dated_on"))
            .put("amount", each.text("total_value"));
      }
    }
    JsonNode answer = Json.object().set("invoice_timeline_items", timeline);
    return WireReply.json(200, Json.write(answer));
  }
}
