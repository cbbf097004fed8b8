package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Out-of-pocket expenses: negative is owed to the claimant. Mileage has no amount of its own. */
final class Expenses implements Rules {
  static final Spec SPEC =
      Spec.of(
              "expenses",
              "expense",
              2,
              "LCGUD",
              """
              user!                    link:users
              category!                text
              dated_on!                date
              description!             text
              gross_value              decimal
              currency                 text
              sales_tax_rate           text
              manual_sales_tax_amount  decimal
              sales_tax_status         one:TAXABLE|EXEMPT|OUT_OF_SCOPE
              ec_status                one:UK/Non-EC|EC Goods|EC Services|Reverse Charge
              receipt_reference        text
              project                  link:projects
              rebill_type              one:cost|markup|price
              rebill_factor            decimal
              stock_item               link:stock_items
              stock_altering_quantity  decimal
              recurring                one:Weekly|Two Weekly|Four Weekly|Monthly|Two Monthly|Quarterly|Biannually|Annually|2-Yearly
              recurring_end_date       date
              mileage                  decimal
              vehicle_type             one:Car|Motorcycle|Bicycle
              engine_type              text
              engine_size              text
              reclaim_mileage          integer
              reclaim_mileage_rate     decimal
              rebill_mileage_rate      decimal
              have_vat_receipt         flag
              property                 text
              """)
          .views("all", "recent", "recurring")
          .links("project")
          .dated("dated_on");

  private static final BigDecimal CAR = new BigDecimal("0.45");
  private static final BigDecimal MOTORCYCLE = new BigDecimal("0.24");
  private static final BigDecimal BICYCLE = new BigDecimal("0.2");
  private static final int RECENT_DAYS = 60;

  private final Book book;
  private final Attachments attachments;

  Expenses(Book book, Attachments attachments) {
    this.book = book;
    this.attachments = attachments;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    if (!row.json().has("currency")) {
      row.edit().put("currency", book.profile.currency());
    }
    compute(row);
    attachments.write(row, body, false);
  }

  @Override
  public void update(Row row, Body body, Call call) {
    compute(row);
    attachments.write(row, body, false);
  }

  private void compute(Row row) {
    if (row.text("category").equals("Mileage")) {
      mileage(row);
    } else if (!book.exists("categories", row.text("category"))) {
      throw Refused.because("category is invalid");
    } else if (!row.json().has("gross_value")) {
      throw Refused.because("gross_value can't be blank");
    }
    tax(row);
  }

  private static void mileage(Row row) {
    if (row.decimal("mileage").signum() <= 0 || row.text("vehicle_type").isEmpty()) {
      throw Refused.because("mileage can't be blank", "vehicle_type can't be blank");
    }
    BigDecimal rate =
        switch (row.text("vehicle_type")) {
          case "Car" -> CAR;
          case "Motorcycle" -> MOTORCYCLE;
          default -> BICYCLE;
        };
    row.put("gross_value", Amounts.round(row.decimal("mileage").multiply(rate)).negate());
  }

  /** A manual amount wins over a rate; in a foreign currency the rate does not count. */
  private void tax(Row row) {
    BigDecimal gross = row.decimal("gross_value");
    boolean foreign = !row.text("currency").equals(book.profile.currency());
    String sent = row.text("sales_tax_rate");
    boolean automatic = sent.isEmpty() || sent.equals("Auto");
    BigDecimal rate;
    if (foreign || !book.profile.registered()) {
      rate = BigDecimal.ZERO;
    } else if (automatic) {
      rate = PurchaseTax.rate(book, row.text("category"));
    } else {
      rate = rate(sent);
    }
    BigDecimal manual = row.decimal("manual_sales_tax_amount");
    BigDecimal tax = manual.signum() == 0 ? Amounts.within(gross, rate) : manual;
    row.put("gross_value", gross);
    row.put("native_gross_value", gross);
    row.put("sales_tax_rate", rate);
    row.put("sales_tax_value", tax);
    row.put("native_sales_tax_value", tax);
    if (!row.json().has("sales_tax_status")) {
      row.edit().put("sales_tax_status", "TAXABLE");
    }
  }

  private static BigDecimal rate(String sent) {
    try {
      return new BigDecimal(sent);
    } catch (NumberFormatException e) {
      throw Refused.because("sales_tax_rate is not a number");
    }
  }

  @Override
  public boolean inView(Row row, String view) {
    return view.equals("recurring")
        ? row.json().has("recurring")
        : row.date("dated_on")
            .filter(d -> d.isAfter(book.today().minusDays(RECENT_DAYS)))
            .isPresent();
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    attachments.show(row, json, false);
  }

  @Override
  public Optional<WireReply> aside(String name, Call call) {
    if (!name.equals("mileage_settings")) {
      return Optional.empty();
    }
    ObjectNode settings = Json.object();
    ObjectNode engines = settings.putArray("engine_type_and_size_options").addObject();
    engines.put("from", "2025-09-01").put("to", "2099-12-31");
    ObjectNode sizes = engines.putObject("value");
    sizes.putArray("Petrol").add("Up to 1400cc").add("1401-2000cc").add("Over 2000cc");
    sizes.putArray("Diesel").add("Up to 1600cc").add("1601-2000cc").add("Over 2000cc");
    sizes.putArray("Electric (Home charger)").add("All");
    ObjectNode rates = settings.putArray("mileage_rates").addObject();
    rates.put("from", "2011-04-06").put("to", "2099-12-31");
    ObjectNode value = rates.putObject("value");
    rate(value, "Car", CAR, "0.25");
    rate(value, "Motorcycle", MOTORCYCLE, "0.24");
    rate(value, "Bicycle", BICYCLE, "0.2");
    value.put("basic_rate_limit", 10_000);
    return Optional.of(
        WireReply.json(200, Json.write(Json.object().set("mileage_settings", settings))));
  }

  private static void rate(ObjectNode value, String vehicle, BigDecimal basic, String more) {
    value.putObject(vehicle).put("basic_rate", basic.toPlainString()).put("additional_rate", more);
  }

  /** An array under the plural creates them all, or none. */
  static Optional<WireReply> batch(Resource resource, Call call) {
    Body body = Body.of(call.request().body(), "");
    if (!body.fields().path("expenses").isArray()) {
      return Optional.empty();
    }
    ArrayNode created = Json.array();
    for (Body each : body.list("expenses")) {
      Resource.refuse(new Form(resource.spec().fields(), resource.book()).problems(each, true, ""));
    }
    for (Body each : body.list("expenses")) {
      created.add(resource.shown(resource.insert(each, call), call, true));
    }
    return Optional.of(WireReply.json(201, Json.write(Json.object().set("expenses", created))));
  }
}
