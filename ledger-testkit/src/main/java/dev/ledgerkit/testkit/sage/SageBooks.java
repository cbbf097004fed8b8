package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.StreamedBooks;
import dev.ledgerkit.testkit.sage.books.Accounting;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A business's books, read and changed past the API: what other people do in the web application.
 *
 * <p>Changes follow the rules of the resource and move {@code updated_at}; what is deleted shows in
 * the deleted feed where there is one. They cost no permits.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * SageBooks acme = simulator.books("b1");
 * acme.update("contacts", acme.ids("contacts").get(0), "{\"notes\":\"Called\"}");
 * acme.churn(7, 100, "contacts", "sales_invoices");
 * }</pre>
 *
 * @since 0.1
 */
public final class SageBooks implements StreamedBooks {
  private final Accounting books;

  SageBooks(Accounting books) {
    this.books = books;
  }

  @Override
  public List<String> streams() {
    return Accounting.streams();
  }

  /** Stock items count among the products too, as their list shows them. */
  @Override
  public int listed(String stream) {
    return books.listed(stream);
  }

  /** With {@code attributes=all}. */
  @Override
  public void forEach(String stream, BiConsumer<String, String> each) {
    books.forEach(stream, each);
  }

  /** The ids of a resource, for example {@code tax_rates}, in the order of creation. */
  public List<String> ids(String resource) {
    return books.ids(resource);
  }

  /** How many records a resource has, without the deleted. */
  public int count(String resource) {
    return books.count(resource);
  }

  /** One record with everything it has; empty if nothing is there. */
  public Optional<String> entity(String resource, String id) {
    return books.json(resource, id);
  }

  /**
   * Creates a record and returns its id.
   *
   * @param json with or without the envelope of the resource
   * @throws IllegalArgumentException if the rules of the resource refuse it
   */
  public String create(String resource, String json) {
    return books.create(resource, json);
  }

  /**
   * Changes a record.
   *
   * @throws IllegalArgumentException if nothing is there, or the rules refuse it
   */
  public void update(String resource, String id, String json) {
    books.update(resource, id, json);
  }

  /**
   * Deletes a record; a released sales document is voided, and stays.
   *
   * @throws IllegalArgumentException if nothing is there, or the rules refuse it
   */
  public void delete(String resource, String id) {
    books.delete(resource, id);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Transactions and ledger entries change by way of the documents behind them.
   */
  @Override
  public void churn(long seed, int changes, String... resources) {
    books.churn(seed, changes, List.of(resources));
  }
}
