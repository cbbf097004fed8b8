package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /company}: the only place that says which company a token is for. */
final class CompanyPages {
  private static final List<String> CATEGORIES =
      List.of(
          "Accounting & Bookkeeping",
          "Administration",
          "Design",
          "Financial Services",
          "Food & Beverages",
          "IT Contractor / Consulting",
          "Retail",
          "Software Development",
          "Web Design");

  private final Book book;

  CompanyPages(Book book) {
    this.book = book;
  }

  WireReply handle(List<String> path, Call call) {
    if (!call.request().method().equals("GET")) {
      throw Refused.with(404);
    }
    ObjectNode answer = Json.object();
    switch (path.size() == 1 ? "" : path.get(1)) {
      case "" -> answer.set("company", company());
      case "business_categories" -> CATEGORIES.forEach(answer.putArray("business_categories")::add);
      case "tax_timeline" -> answer.set("timeline_items", timeline());
      default -> throw Refused.with(404);
    }
    return WireReply.json(200, Json.write(answer));
  }

  /** The URL is the same in every company: only the number and the subdomain identify it. */
  private ObjectNode company() {
    CompanyProfile profile = book.profile;
    LocalDate start = book.start();
    ObjectNode json = Json.object().put("url", book.links.url("company"));
    json.put("id", profile.number()).put("name", profile.name());
    json.put("subdomain", profile.subdomain()).put("type", profile.type());
    json.put("currency", profile.currency());
    json.put("mileage_units", profile.british() ? "miles" : "kilometers");
    json.put("company_start_date", start.minusYears(1).toString());
    json.put("trading_start_date", start.minusYears(1).toString());
    json.put("freeagent_start_date", start.toString());
    json.put("first_accounting_year_end", start.minusDays(1).toString());
    ArrayNode periods = json.putArray("annual_accounting_periods");
    for (int year = start.getYear(); year <= book.today().getYear(); year++) {
      periods.addObject().put("starts_on", year + "-01-01").put("ends_on", year + "-12-31");
    }
    json.put("address1", "1 Simulated Street").put("town", "Edinburgh").put("postcode", "EH1 1AA");
    json.put("country", profile.british() ? "United Kingdom" : "United States");
    json.put("business_category", "Software Development").put("locale", "en");
    json.put("short_date_format", "dd mmm yy").put("sales_tax_name", "VAT");
    json.put(
        "sales_tax_registration_status", profile.registered() ? "Registered" : "Not Registered");
    if (profile.registered()) {
      json.put("sales_tax_registration_number", "123456789");
      json.put("sales_tax_effective_date", start.toString());
    }
    json.putArray("sales_tax_rates").add("20.0").add("5.0").add("0.0");
    json.put("sales_tax_is_value_added", true).put("cis_enabled", false);
    json.put("cis_subcontractor", false).put("cis_contractor", false);
    json.put("initial_vat_basis", "Invoice").put("initially_on_frs", false);
    json.put("ec_vat_reporting_enabled", profile.northernIreland());
    json.put("supports_auto_sales_tax_on_purchases", profile.british());
    json.putArray("locked_attributes").add("currency");
    String opened = Book.time(start.atStartOfDay(ZoneOffset.UTC).toInstant());
    return json.put("created_at", opened).put("updated_at", opened);
  }

  /** An amount is a string in one row and a number in another, as in the provider's sample. */
  private ArrayNode timeline() {
    LocalDate end = LocalDate.of(book.today().getYear(), 12, 31);
    ArrayNode items = Json.array();
    if (book.profile.registered()) {
      items
          .addObject()
          .put("description", "VAT Return 12 " + end.getYear() % 100)
          .put("nature", "Electronic Submission and Payment Due")
          .put("dated_on", end.plusDays(38).toString())
          .put("amount_due", "-214.16")
          .put("is_personal", false);
    }
    items
        .addObject()
        .put("description", "Corporation Tax, year ending " + end)
        .put("nature", "Payment Due")
        .put("dated_on", end.plusMonths(9).plusDays(1).toString())
        .put("amount_due", new BigDecimal("3543.7"))
        .put("is_personal", false);
    items
        .addObject()
        .put("description", "Corporation Tax, year ending " + end)
        .put("nature", "Submission Due")
        .put("dated_on", end.plusYears(1).toString())
        .put("is_personal", false);
    return items;
  }
}
