package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;

/** Finds the customer or vendor a document or payment is for. */
final class Parties {
  private Parties() {}

  /** No source in the refusal: the provider does not say which field it could not resolve. */
  static Row find(Book book, String id, boolean customer) {
    String type = customer ? "CUSTOMER" : "VENDOR";
    return book.find("contacts", id)
        .filter(row -> Json.text(row.json().path("contact_types").path(0), "id").equals(type))
        .orElseThrow(
            () ->
                Refused.because(
                    customer ? "Couldn't find Customer." : "Couldn't find Supplier.", ""));
  }
}
