package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** Which {@code ec_status} a document may have depends on its date and where the company is. */
final class EcStatus {
  private static final LocalDate LEFT = LocalDate.of(2021, 1, 1);
  private static final Set<String> UNTAXED = Set.of("EC Goods", "EC Services", "Reverse Charge");

  private EcStatus() {}

  static boolean taxed(Row row) {
    return !UNTAXED.contains(row.text("ec_status"));
  }

  static void check(Book book, Row row, Body body, String items) {
    String status = row.text("ec_status");
    boolean after = !row.date("dated_on").orElse(LEFT).isBefore(LEFT);
    boolean union = status.equals("EC Goods") || status.equals("EC Services");
    if (union && after && book.profile.british() && !book.profile.northernIreland()) {
      throw Refused.because("ec_status must be blank, \"UK/Non-EC\" or \"Reverse Charge\"");
    }
    if (status.equals("Reverse Charge") && !after) {
      throw Refused.because("ec_status cannot be \"Reverse Charge\" before 1 January 2021");
    }
    if (status.equals("EC VAT MOSS") && row.text("place_of_supply").isEmpty()) {
      throw Refused.because("place_of_supply can't be blank");
    }
    boolean charged =
        body.list(items).stream()
            .anyMatch(line -> line.decimal("sales_tax_rate").orElse(BigDecimal.ZERO).signum() != 0);
    if (charged && (status.equals("Reverse Charge") || status.equals("EC Services"))) {
      throw Refused.because(items + ".sales_tax_rate must be 0");
    }
  }
}
