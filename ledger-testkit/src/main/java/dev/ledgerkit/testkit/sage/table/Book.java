package dev.ledgerkit.testkit.sage.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The rows of one business, by resource.
 *
 * <p>Guarded by the lock of the books.
 *
 * @since 0.1
 */
public final class Book {
  private final BookSettings settings;
  private final SimBusiness business;
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> traded = new HashSet<>();
  private final List<Row> opened = new ArrayList<>();
  private @Nullable Instant past;
  private long sequence;

  public Book(BookSettings settings, SimBusiness business) {
    this.settings = settings;
    this.business = business;
  }

  public BookSettings settings() {
    return settings;
  }

  public SimBusiness business() {
    return business;
  }

  public Instant now() {
    Instant then = past;
    return then == null ? settings.clock().instant() : then;
  }

  /** It is another time in these books until {@link #present()}. */
  public void past(Instant then) {
    past = then;
  }

  /** The clock counts again. */
  public void present() {
    past = null;
  }

  /** A piece of work is done: what it opened is put away. */
  public void rest() {
    opened.forEach(Row::rest);
    opened.clear();
  }

  /** The created rows as they stand now, which no later change reaches. */
  public Book copy() {
    Book copy = new Book(settings, business);
    tables.forEach((path, table) -> copy.tables.put(path, table.copy(copy.opened::add)));
    copy.rest();
    return copy;
  }

  /** Every row, deleted ones too. */
  public Stream<Row> rows(String path) {
    return table(path).rows();
  }

  public Stream<Row> live(String path) {
    return rows(path).filter(Row::live);
  }

  public int count(String path) {
    return table(path).live();
  }

  public List<Row> page(String path, long skip, int size) {
    return table(path).page(skip, size);
  }

  /** The n-th of the rows that are not deleted, counted from 0, to be changed. */
  public Row at(String path, int n) {
    return table(path).at(n);
  }

  private Table table(String path) {
    return tables.computeIfAbsent(path, p -> new Table(opened::add));
  }

  public void seed(String path, Seeded rows) {
    table(path).seed(rows);
    sequence += rows.count();
  }

  /** A row nobody sees until {@link #keep}. */
  public Row draft(String path) {
    return draft(path, hash(business.id() + "/" + path + "/" + (sequence + 1)));
  }

  public Row draft(String path, String id) {
    return new Row(id, path, ++sequence, now(), row -> {});
  }

  public void keep(Row row) {
    table(row.path()).keep(row);
  }

  public Optional<Row> find(String path, String id) {
    return table(path).find(id).filter(Row::live);
  }

  /** Stock items are products to everything that refers to one. */
  public Optional<Row> refer(String path, String id) {
    Optional<Row> row = find(path, id);
    return row.isEmpty() && path.equals("products") ? find("stock_items", id) : row;
  }

  /** A reference, or JSON null when there is no such row. */
  public JsonNode reference(String path, String id) {
    return refer(path, id).map(row -> (JsonNode) row.reference()).orElse(Json.object().nullNode());
  }

  public String number(String prefix) {
    return prefix + "-" + numbers.merge(prefix, 1, Integer::sum);
  }

  /** The number the next of this prefix will get. */
  public int nextNumber(String prefix) {
    return numbers.getOrDefault(prefix, 0) + 1;
  }

  public void nextNumber(String prefix, int next) {
    numbers.put(prefix, next - 1);
  }

  /** 32 hex characters, the same in every run. */
  public static String hash(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  /** From the first document on a contact keeps its currency, even when the document goes. */
  public void trade(String contactId) {
    traded.add(contactId);
  }

  public boolean traded(String contactId) {
    return traded.contains(contactId);
  }

  public BigDecimal taxPercentage(String taxRateId) {
    return find("tax_rates", taxRateId)
        .map(rate -> new BigDecimal(rate.text("percentage")))
        .orElse(BigDecimal.ZERO);
  }

  public String currency() {
    return switch (business.country()) {
      case "US" -> "USD";
      case "CA" -> "CAD";
      case "GB" -> "GBP";
      default -> "EUR";
    };
  }
}
