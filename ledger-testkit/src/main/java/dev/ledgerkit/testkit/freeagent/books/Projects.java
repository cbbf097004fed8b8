package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Projects, whose budget is one of the few amounts that go out as JSON numbers. */
final class Projects implements Rules {
  static final Spec SPEC =
      Spec.of(
              "projects",
              "project",
              3,
              "LCGUD",
              """
              contact!                                link:contacts
              name!                                   text
              status!                                 one:Active|Completed|Cancelled|Hidden
              currency!                               text
              budget_units!                           one:Hours|Days|Monetary
              budget                                  number
              contract_po_reference                   text
              uses_project_invoice_sequence           flag
              hours_per_day                           decimal
              normal_billing_rate                     decimal
              billing_period                          one:hour|day
              is_ir35                                 flag
              starts_on                               date
              ends_on                                 date
              include_unbilled_time_in_profitability  flag
              """)
          .views("all", "active", "completed", "cancelled", "hidden")
          .sorts("name", "contact_name", "contact_display_name", "created_at", "updated_at")
          .links("contact")
          .withoutSince();

  private final Book book;

  Projects(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    ObjectNode json = row.edit();
    json.put("contact_name", Contacts.displayName(book.get("contacts", row.text("contact"))));
    if (!json.has("budget")) {
      json.put("budget", BigDecimal.ZERO);
    }
    String[][] usual = {
      {"hours_per_day", "8.0"}, {"normal_billing_rate", "0.0"}, {"billing_period", "hour"}
    };
    for (String[] each : usual) {
      if (!json.has(each[0])) {
        json.put(each[0], each[1]);
      }
    }
    json.put("uses_project_invoice_sequence", body.flag("uses_project_invoice_sequence"));
    json.put(
        "include_unbilled_time_in_profitability",
        !body.has("include_unbilled_time_in_profitability")
            || body.flag("include_unbilled_time_in_profitability"));
  }

  @Override
  public void delete(Row row) {
    if (!deletable(row)) {
      throw Refused.with(403, "Project cannot be deleted while other records belong to it");
    }
  }

  private boolean deletable(Row row) {
    return book.table("invoices").where("project", book.url(row)).findAny().isEmpty();
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    Row contact = book.get("contacts", row.text("contact"));
    json.put("contact_name", Contacts.displayName(contact));
    if (call.asks("nested")) {
      json.set("contact", book.resource("contacts").shown(contact, call, false));
    }
    if (single) {
      json.put("is_deletable", deletable(row));
    }
  }

  @Override
  public boolean inView(Row row, String view) {
    return row.text("status").equalsIgnoreCase(view);
  }
}
