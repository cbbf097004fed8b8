package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Contacts; a list hides the hidden ones unless it asks for all. */
final class Contacts implements Rules {
  static final Spec SPEC =
      Spec.of(
              "contacts",
              "contact",
              1,
              "LCGUD",
              """
              first_name                         text
              last_name                          text
              organisation_name                  text
              email                              text
              billing_email                      text
              phone_number                       text
              mobile                             text
              address1                           text
              address2                           text
              address3                           text
              town                               text
              region                             text
              postcode                           text
              country                            text
              contact_name_on_invoices           flag
              default_payment_terms_in_days      integer
              charge_sales_tax                   one:Auto|Always|Never
              sales_tax_registration_number      text
              status                             one:Active|Hidden
              locale                             text
              uses_contact_invoice_sequence      flag
              emails_invoices_automatically      flag
              emails_payment_reminders           flag
              emails_thank_you_notes             flag
              uses_contact_level_email_settings  flag
              is_cis_subcontractor               flag
              cis_deduction_rate                 one:cis_gross|cis_standard|cis_higher
              unique_tax_reference               text
              subcontractor_verification_number  text
              """)
          .views(
              "active",
              "all",
              "clients",
              "suppliers",
              "active_projects",
              "completed_projects",
              "open_clients",
              "open_suppliers",
              "hidden")
          .sorts("name", "created_at", "updated_at");

  private final Book book;
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private long balancesOf = -1;

  Contacts(Book book) {
    this.book = book;
  }

  static String displayName(Row contact) {
    String organisation = contact.text("organisation_name");
    return organisation.isEmpty()
        ? (contact.text("first_name") + " " + contact.text("last_name")).strip()
        : organisation;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    name(row);
    defaults(row.edit());
  }

  static void defaults(ObjectNode json) {
    put(json, "country", "United Kingdom");
    put(json, "charge_sales_tax", "Auto");
    put(json, "locale", "en");
    put(json, "status", "Active");
    for (String flag :
        new String[] {
          "uses_contact_invoice_sequence",
          "emails_invoices_automatically",
          "emails_payment_reminders",
          "emails_thank_you_notes",
          "uses_contact_level_email_settings"
        }) {
      json.put(flag, json.path(flag).asBoolean(false));
    }
    json.put("contact_name_on_invoices", json.path("contact_name_on_invoices").asBoolean(true));
  }

  private static void put(ObjectNode json, String field, String value) {
    if (!json.has(field)) {
      json.put(field, value);
    }
  }

  @Override
  public void update(Row row, Body body, Call call) {
    name(row);
  }

  private static void name(Row row) {
    boolean person = !row.text("first_name").isEmpty() && !row.text("last_name").isEmpty();
    if (row.text("organisation_name").isEmpty() && !person) {
      throw Refused.because("organisation_name or both first_name and last_name can't be blank");
    }
  }

  @Override
  public void delete(Row row) {
    String url = book.url(row);
    if (Stream.of("invoices", "credit_notes", "bills", "projects").anyMatch(p -> has(p, url))) {
      throw Refused.with(403, "Contact cannot be deleted while other records belong to it");
    }
  }

  private boolean has(String path, String url) {
    return of(path, url).findAny().isPresent();
  }

  private Stream<Row> of(String path, String url) {
    return book.table(path).where("contact", url);
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    String url = book.url(row);
    json.put("active_projects_count", (int) active("Active", url).count());
    json.put("account_balance", Amounts.text(balance(url)));
  }

  private Stream<Row> active(String status, String url) {
    return of("projects", url).filter(row -> row.text("status").equals(status));
  }

  /** All balances in one walk, kept until somebody writes: a page shows a hundred of them. */
  private BigDecimal balance(String url) {
    if (balancesOf != book.version()) {
      balances.clear();
      Stream.of("invoices", "credit_notes")
          .flatMap(path -> book.table(path).stream())
          .filter(row -> row.text("status").equals(Documents.OPEN))
          .forEach(
              row ->
                  balances.merge(row.text("contact"), row.decimal("due_value"), BigDecimal::add));
      book.table("bills").stream()
          .forEach(
              row ->
                  balances.merge(
                      row.text("contact"), row.decimal("due_value").negate(), BigDecimal::add));
      balancesOf = book.version();
    }
    return balances.getOrDefault(url, BigDecimal.ZERO);
  }

  @Override
  public boolean inView(Row row, String view) {
    String url = book.url(row);
    return switch (view) {
      case "active" -> row.text("status").equals("Active");
      case "hidden" -> row.text("status").equals("Hidden");
      case "clients" -> has("invoices", url) || has("projects", url);
      case "suppliers" -> has("bills", url);
      case "active_projects" -> active("Active", url).findAny().isPresent();
      case "completed_projects" -> active("Completed", url).findAny().isPresent();
      case "open_clients" -> owes("invoices", url);
      case "open_suppliers" -> owes("bills", url);
      default -> true;
    };
  }

  private boolean owes(String path, String url) {
    return of(path, url)
        .anyMatch(
            row ->
                !row.text("status").equals(Documents.DRAFT)
                    && row.decimal("due_value").signum() != 0);
  }
}
