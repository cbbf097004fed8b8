package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import java.util.List;

/**
 * What tells the four documents apart.
 *
 * @param type the transaction type
 * @param customer whether it is for a customer, with shipping, addresses and a paper to send
 * @param credit whether it lowers what is owed
 * @param number the field of its number, blank where the vendor numbers it
 * @param prefix what its numbers begin with
 */
record DocumentKind(
    ResourceSpec spec,
    String type,
    boolean customer,
    boolean credit,
    String number,
    String prefix) {

  static final DocumentKind SALES_INVOICE =
      new DocumentKind(
          DocumentSpecs.SALES_INVOICES, "SALES_INVOICE", true, false, "invoice_number", "SI");

  static final List<DocumentKind> ALL =
      List.of(
          SALES_INVOICE,
          new DocumentKind(
              DocumentSpecs.SALES_CREDIT_NOTES,
              "SALES_CREDIT_NOTE",
              true,
              true,
              "credit_note_number",
              "SCN"),
          new DocumentKind(
              DocumentSpecs.PURCHASE_INVOICES, "PURCHASE_INVOICE", false, false, "", "PI"),
          new DocumentKind(
              DocumentSpecs.PURCHASE_CREDIT_NOTES, "PURCHASE_CREDIT_NOTE", false, true, "", "PCN"));

  String path() {
    return spec.path();
  }

  String lines() {
    return credit ? "credit_note_lines" : "invoice_lines";
  }

  /** Whether what is owed is owed to the business: a sale, or a vendor's credit. */
  boolean debits() {
    return customer != credit;
  }
}
