package dev.ledgerkit.testkit.freeagent.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The rows of one company, by resource. Guarded by {@link Company}'s lock. */
final class Book {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  final BooksSettings settings;
  final CompanyProfile profile;
  final Links links;
  final Locks locks;
  final Numbers numbers;
  final Undo undo = new Undo();
  private final AtomicLong ids;
  private final Map<String, Resource> resources = new HashMap<>();
  private final Outbox outbox = new Outbox(this);
  private Optional<Statements> statements = Optional.empty();
  private final LocalDate opened;
  private long version;
  private final Map<String, Table> tables = new HashMap<>();

  Book(BooksSettings settings, CompanyProfile profile, Links links, AtomicLong ids) {
    this.settings = settings;
    this.profile = profile;
    this.links = links;
    this.ids = ids;
    this.locks = new Locks(this);
    this.numbers = new Numbers(this);
    this.opened = today();
  }

  Instant now() {
    return Instant.ofEpochMilli(settings.clock().instant().toEpochMilli());
  }

  LocalDate today() {
    return now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The first day of the year before the one the books were opened in. */
  LocalDate start() {
    return LocalDate.of(opened.getYear() - 1, 1, 1);
  }

  /** As the live service writes it: UTC with milliseconds. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Changes with every write, so that what is computed from all rows can be kept until then. */
  long version() {
    return version;
  }

  void changed() {
    version++;
  }

  void add(Spec spec, Rules rules) {
    resources.put(spec.path(), new Resource(spec, rules, this));
  }

  void statements(Statements uploads) {
    statements = Optional.of(uploads);
  }

  Statements statements() {
    return statements.orElseThrow();
  }

  Outbox outbox() {
    return outbox;
  }

  Optional<Resource> findResource(String path) {
    return Optional.ofNullable(resources.get(path));
  }

  Resource resource(String path) {
    return findResource(path)
        .orElseThrow(() -> new IllegalArgumentException("No resource " + path + "."));
  }

  Table table(String path) {
    return tables.computeIfAbsent(path, p -> new Table(undo));
  }

  long nextId() {
    return ids.incrementAndGet();
  }

  /** A row nobody sees until {@link #keep}. */
  Row draft(String path) {
    return new Row(nextId(), path, now(), undo);
  }

  void keep(Row row) {
    table(row.path).add(row);
  }

  /** Categories have their nominal code where others have a number. */
  String url(Row row) {
    return links.url(row.path, row.path.equals("categories") ? row.text("nominal_code") : row.id);
  }

  Optional<Row> find(String path, String url) {
    if (path.equals("categories")) {
      return category(links.key(path, url));
    }
    return links.id(path, url).stream()
        .mapToObj(id -> table(path).find(id))
        .flatMap(Optional::stream)
        .findFirst();
  }

  boolean exists(String path, String url) {
    return find(path, url).isPresent();
  }

  Row get(String path, String url) {
    return find(path, url)
        .orElseThrow(() -> new IllegalStateException("A stored link points nowhere: " + url));
  }

  Optional<Row> category(String code) {
    return table("categories").stream()
        .filter(row -> row.text("nominal_code").equals(code))
        .findFirst();
  }

  String categoryUrl(String code) {
    return links.url("categories", code);
  }
}
