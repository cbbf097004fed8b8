package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.StreamedBooks;
import dev.ledgerkit.testkit.freeagent.books.Company;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A company's books, read and changed past the API: what other people do in the web application.
 *
 * <p>Changes follow the rules of the resource and move its times; they cost no permits.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * SimulatedBooks acme = simulator.books("acme");
 * acme.delete(acme.urls("invoices").get(0));
 * acme.churn(7, 100, "contacts", "invoices");
 * }</pre>
 *
 * @since 0.1
 */
public final class SimulatedBooks implements StreamedBooks {
  private final Company company;

  SimulatedBooks(Company company) {
    this.company = company;
  }

  /** The URLs of a resource, for example {@code invoices}, in the order of creation. */
  public List<String> urls(String resource) {
    return company.urls(resource);
  }

  /** How many records a resource has. */
  public int count(String resource) {
    return company.count(resource);
  }

  /** One record as a read of it would show it; empty if nothing is there. */
  public Optional<String> entity(String url) {
    return company.json(url);
  }

  /**
   * Creates a record and returns its URL.
   *
   * @throws IllegalArgumentException if the rules of the resource refuse it
   */
  public String create(String resource, String json) {
    return company.create(resource, json);
  }

  /**
   * Changes a record.
   *
   * @throws IllegalArgumentException if nothing is there, or the rules refuse it
   */
  public void update(String url, String json) {
    company.update(url, json);
  }

  /**
   * Deletes a record.
   *
   * @throws IllegalArgumentException if nothing is there, or the rules refuse it
   */
  public void delete(String url) {
    company.delete(url);
  }

  @Override
  public List<String> streams() {
    return Company.streams();
  }

  /** Categories with their sub-accounts, as {@code sub_accounts=true} lists them. */
  @Override
  public int listed(String stream) {
    return company.listed(stream);
  }

  /**
   * With nested items; a category with the {@code branch} it is listed in, after its own fields.
   */
  @Override
  public void forEach(String stream, BiConsumer<String, String> each) {
    company.forEach(stream, each);
  }

  @Override
  public void churn(long seed, int changes, String... resources) {
    company.churn(seed, changes, List.of(resources));
  }

  /** Locks everything up to and including this day. */
  public void lock(LocalDate to) {
    company.lock(to);
  }

  /** Emails that were sent, as JSON, the oldest first. */
  public List<String> emails() {
    return company.emails();
  }
}
