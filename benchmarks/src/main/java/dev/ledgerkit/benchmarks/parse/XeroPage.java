package dev.ledgerkit.benchmarks.parse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * Invoices the way Xero sends them, with as many lines and as many bytes as Sage's. Sage says more
 * about an invoice; what is short of its size are payments, which are records of Xero's own.
 */
final class XeroPage {
  private XeroPage() {}

  static byte[] of(int invoices, int lines, int bytes) {
    int bare = write(invoices, lines, 0).length;
    int onePayment = write(invoices, lines, 1).length - bare;
    return write(invoices, lines, Math.max(0, (bytes - bare) / onePayment));
  }

  private static byte[] write(int invoices, int lines, int payments) {
    StringJoiner all = new StringJoiner(",", "{\"Invoices\":[", "]}");
    for (int number = 0; number < invoices; number++) {
      all.add(invoice(number, lines, payments));
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String payment(int number, int part) {
    return """
        {"PaymentID":"%s","Date":"/Date(1767571200000+0000)/","Amount":%d.25,"BankAmount":%d.25,\
        "CurrencyRate":1.000000,"PaymentType":"ACCRECPAYMENT","Status":"AUTHORISED",\
        "Reference":"%d-%d","IsReconciled":true,"HasAccount":true,"HasValidationErrors":false,\
        "UpdatedDateUTC":"/Date(1767607200000+0000)/",\
        "Account":{"AccountID":"%s","Code":"090","Name":"Current"}}"""
        .formatted(id(number, part), number, number, number, part, id(1, part));
  }

  private static String invoice(int number, int lines, int payments) {
    StringJoiner items = new StringJoiner(",");
    for (int line = 0; line < lines; line++) {
      items.add(
          """
          {"LineItemID":"%s","Description":"Line %d","Quantity":%d.0000,"UnitAmount":%d.25,\
          "TaxType":"OUTPUT2","TaxAmount":%d.05,"LineAmount":%d.25,"AccountCode":"200","Tracking":[]}"""
              .formatted(id(number, line), line, line + 1, number + 10, number, number));
    }
    StringJoiner paid = new StringJoiner(",");
    for (int part = 0; part < payments; part++) {
      paid.add(payment(number, part));
    }
    return """
        {"Type":"ACCREC","InvoiceID":"%s","InvoiceNumber":"INV-%05d","Reference":"order %d",\
        "Payments":[%s],"CreditNotes":[],"Prepayments":[],"Overpayments":[],"AmountDue":%d.50,\
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
            paid,
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
