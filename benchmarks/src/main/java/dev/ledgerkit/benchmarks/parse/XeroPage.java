package dev.ledgerkit.benchmarks.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * Invoices the way Xero sends them, with as many lines and as many bytes as Sage's. What is short
 * of that is filled into the descriptions, which is the cheapest thing there is to parse.
 */
final class XeroPage {
  private XeroPage() {}

  static byte[] of(int invoices, int lines, int bytes) {
    int bare = write(invoices, lines, "").length;
    int filling = Math.max(0, (bytes - bare) / (invoices * lines));
    return write(invoices, lines, "x".repeat(filling));
  }

  private static byte[] write(int invoices, int lines, String filling) {
    StringJoiner all = new StringJoiner(",", "{\"Invoices\":[", "]}");
    for (int number = 0; number < invoices; number++) {
      all.add(invoice(number, lines, filling));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String invoice(int number, int lines, String filling) {
    StringJoiner items = new StringJoiner(",");
    for (int line = 0; line < lines; line++) {
      items.add(
          """
          {"LineItemID":"%s","Description":"Line %d %s","Quantity":%d.0000,"UnitAmount":%d.25,\
          "TaxType":"OUTPUT2","TaxAmount":%d.05,"LineAmount":%d.25,"AccountCode":"200","Tracking":[]}"""
              .formatted(id(number, line), line, filling, line + 1, number + 10, number, number));
    }
    return """
        {"Type":"ACCREC","InvoiceID":"%s","InvoiceNumber":"INV-%05d","Reference":"order %d",\
        "Payments":[],"CreditNotes":[],"Prepayments":[],"Overpayments":[],"AmountDue":%d.50,\
        "AmountPaid":0.00,"AmountCredited":0.00,"CurrencyRate":1.000000,"IsDiscounted":false,\
        "HasAttachments":false,"HasErrors":false,"Contact":{"ContactID":"%s","Name":"Customer %d"},\
        "Date":"/Date(1767571200000+0000)/","DueDate":"/Date(1770249600000+0000)/",\
        "Status":"AUTHORISED","LineAmountTypes":"Exclusive","LineItems":[%s],"SubTotal":%d.25,\
        "TotalTax":%d.25,"Total":%d.50,"UpdatedDateUTC":"/Date(1767607200000+0000)/",\
        "CurrencyCode":"GBP"}"""
        .formatted(
            id(number, 99),
            number,
            number,
            number,
            id(number % 50, 98),
            number % 50,
            items,
            number,
            number,
            number);
  }

  private static String id(int number, int part) {
    return new UUID(number, part).toString().toLowerCase(Locale.ROOT);
  }
}
