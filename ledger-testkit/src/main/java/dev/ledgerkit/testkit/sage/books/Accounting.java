package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.BookSettings;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Resource;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.sage.table.Witness;
import dev.ledgerkit.testkit.wire.Guard;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The books of one business behind one lock: requests to it are done one after the other.
 *
 * @since 0.1
 */
public final class Accounting {
  private static final Duration KEY_LIFETIME = Duration.ofDays(7);

  private final Guard guard = new Guard();
  private final Book book;
  private final Witness witness;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Remembered> keys = new HashMap<>();
  private final Map<String, Consumer<Book>> afterPage = new HashMap<>();

  private record Remembered(String path, WireReply reply, Instant dies) {}

  public Accounting(
      BookSettings settings, SeedCounts counts, SimBusiness business, Witness witness) {
    this.book = new Book(settings, business);
    this.witness = witness;
    lookups();
    Postings postings = new Postings(book);
    contacts();
    catalogue();
    ledger(postings);
    money(postings);
    if (counts.everything() > 0) {
      book.past(Past.beginning(book.now()));
    }
    SeedData seeds = new SeedData(book, counts, resources);
    seeds.plant();
    for (DocumentKind kind : DocumentKind.ALL) {
      Documents documents = new Documents(kind, book, postings, witness);
      add(kind.spec(), documents);
      if (kind.equals(DocumentKind.SALES_INVOICE) && counts.salesInvoices() > 0) {
        new SeededInvoices(book, witness, counts, seeds.walkIn()).plant();
      }
    }
    for (ResourceSpec spec : SettingsSpecs.ALL) {
      Settings rules = new Settings(spec, book);
      rules.plant();
      add(spec, rules);
    }
    if (counts.everything() > 0) {
      new Past(new ChurnTools(book, this::resource, counts.seed()), counts.everything()).live();
      book.present();
    }
    book.rest();
  }

  private void lookups() {
    Lookups.ALL.forEach(lookup -> add(lookup.spec(), new Rules() {}));
    add(LedgerSpecs.TRANSACTIONS, new Rules() {});
    add(LedgerSpecs.LEDGER_ENTRIES, new Rules() {});
  }

  private void contacts() {
    Addresses addresses = new Addresses(book);
    ContactPersons persons = new ContactPersons(book);
    add(ContactSpecs.CONTACTS, new Contacts(book, addresses, persons));
    add(ContactSpecs.ADDRESSES, addresses);
    add(ContactSpecs.CONTACT_PERSONS, persons);
  }

  private void catalogue() {
    add(CatalogueSpecs.PRODUCTS, new CatalogueItems(CatalogueSpecs.PRODUCTS, book));
    add(CatalogueSpecs.SERVICES, new CatalogueItems(CatalogueSpecs.SERVICES, book));
    add(CatalogueSpecs.STOCK_ITEMS, new StockItems(book));
    add(CatalogueSpecs.STOCK_MOVEMENTS, new StockMovements(book));
    add(CatalogueSpecs.PRICE_TYPES, new Plain(CatalogueSpecs.PRICE_TYPES, book));
    add(CatalogueSpecs.RATE_TYPES, new Plain(CatalogueSpecs.RATE_TYPES, book));
  }

  private void ledger(Postings postings) {
    add(LedgerSpecs.TAX_RATES, new TaxRates(book));
    add(LedgerSpecs.LEDGER_ACCOUNTS, new LedgerAccounts(book));
    add(LedgerSpecs.JOURNALS, new Journals(book, postings));
    add(LedgerSpecs.ATTACHMENTS, new Attachments(book));
  }

  private void money(Postings postings) {
    Artefacts artefacts = new Artefacts(book);
    Bank bank = new Bank(book, postings);
    add(BankSpecs.BANK_ACCOUNTS, new BankAccounts(book, postings));
    add(BankSpecs.CONTACT_PAYMENTS, new ContactPayments(book, artefacts, bank));
    add(BankSpecs.CONTACT_ALLOCATIONS, new ContactAllocations(book, artefacts, postings));
    add(BankSpecs.OTHER_PAYMENTS, new OtherPayments(book, bank));
    add(BankSpecs.BANK_TRANSFERS, new BankTransfers(book, bank));
  }

  private void add(ResourceSpec spec, Rules rules) {
    resources.put(spec.path(), new Resource(spec, rules, book));
  }

  public WireReply handle(WireRequest request, List<String> path) {
    return locked(
        () -> {
          try {
            return route(request, path);
          } catch (Refused refused) {
            return refused.reply();
          }
        });
  }

  private WireReply route(WireRequest request, List<String> path) {
    Resource resource =
        Optional.ofNullable(resources.get(path.get(0))).orElseThrow(() -> Refused.with(404));
    if (resource.spec().allows('S') && path.size() == 1) {
      return resource.settings(request);
    }
    String method = request.method();
    if (path.size() == 1) {
      return switch (method) {
        case "GET" -> list(resource, request);
        case "POST" -> create(resource, request);
        default -> throw Refused.with(405);
      };
    }
    Row row = resource.row(path.get(1));
    if (path.size() == 3) {
      return switch (method) {
        case "POST" -> resource.rules().act(row, path.get(2));
        case "GET" -> resource.rules().part(row, path.get(2), request);
        default -> throw Refused.with(405);
      };
    }
    if (path.size() > 3) {
      throw Refused.with(404);
    }
    return switch (method) {
      case "GET" -> resource.get(row, request);
      case "PUT" -> {
        resource.allow('U');
        yield resource.update(row, resource.body(request));
      }
      case "DELETE" -> resource.delete(row, request);
      default -> throw Refused.with(405);
    };
  }

  /** Whatever changes while a client pages changes between two of its pages. */
  private WireReply list(Resource resource, WireRequest request) {
    WireReply reply = resource.list(request);
    afterPage.getOrDefault(resource.spec().path(), b -> {}).accept(book);
    return reply;
  }

  /** Under the lock; what the work opens is put away when it is done. */
  private <T> T locked(Supplier<T> work) {
    return guard.get(
        () -> {
          try {
            return work.get();
          } finally {
            book.rest();
          }
        });
  }

  /** A key seen before gives the first response again, whatever the body says now. */
  private WireReply create(Resource resource, WireRequest request) {
    resource.allow('C');
    Body body = resource.body(request);
    String key = body.text("idempotency_id");
    if (key.isEmpty() || !resource.spec().keyed()) {
      return resource.create(body);
    }
    Remembered seen = keys.get(key);
    if (seen != null && book.now().isBefore(seen.dies())) {
      if (!seen.path().equals(resource.spec().path())) {
        throw Refused.because("idempotency_id: was used for another resource", "idempotency_id");
      }
      witness.replayed();
      return seen.reply();
    }
    WireReply reply = resource.create(body);
    keys.put(key, new Remembered(resource.spec().path(), reply, book.now().plus(KEY_LIFETIME)));
    return reply;
  }

  List<ResourceSpec> specs() {
    return resources.values().stream().map(Resource::spec).toList();
  }

  /** Whether creates of this resource must not run in parallel. */
  public boolean numbers(String path) {
    Resource resource = resources.get(path);
    return resource != null && resource.spec().numbered();
  }

  /** What happens to the books after each page of this resource's list. */
  public void afterPage(String path, Consumer<Book> change) {
    guard.run(() -> afterPage.put(path, change));
  }

  public List<String> ids(String path) {
    return locked(
        () -> {
          return book.live(path).map(Row::id).toList();
        });
  }

  public Optional<String> json(String path, String id) {
    return locked(
        () -> {
          return book.find(path, id).map(row -> Json.write(row.json()));
        });
  }

  /** The sum of one amount over all rows that are not deleted. */
  public BigDecimal total(String path, String field) {
    return locked(
        () -> {
          return book.live(path)
              .map(row -> new BigDecimal(row.peek().path(field).asString("0")))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
        });
  }

  /** The names of the lists a client can replicate, parents before children. */
  public static List<String> streams() {
    return Streams.ALL;
  }

  /** Every row of a list with all its attributes, read past the API. */
  public void forEach(String path, BiConsumer<String, String> each) {
    locked(
        () -> {
          resource(path).forEach(each);
          return path;
        });
  }

  /** How many rows a list states. */
  public int listed(String path) {
    return locked(() -> resource(path).listed());
  }

  /** How many rows are of this resource alone. */
  public int count(String path) {
    return locked(() -> book.count(resource(path).spec().path()));
  }

  /**
   * Creates as somebody in the web application would.
   *
   * @return the id
   * @throws IllegalArgumentException if the rules of the resource refuse it
   */
  public String create(String path, String json) {
    return work(() -> resource(path).insert(resource(path).bodyOf(json)).id());
  }

  /** Changes as somebody in the web application would; see {@link #create}. */
  public void update(String path, String id, String json) {
    work(
        () -> {
          Resource resource = resource(path);
          resource.update(row(resource, id), resource.bodyOf(json));
          return id;
        });
  }

  /** Deletes or voids as somebody in the web application would; see {@link #create}. */
  public void delete(String path, String id) {
    work(
        () -> {
          Resource resource = resource(path);
          resource.delete(row(resource, id), Churn.REASON);
          return id;
        });
  }

  /** So many random changes, the same for the same seed and the same books. */
  public void churn(long seed, int changes, List<String> paths) {
    work(
        () -> {
          new Churn(new ChurnTools(book, this::resource, seed)).run(changes, paths);
          return "";
        });
  }

  private String work(Supplier<String> change) {
    return locked(
        () -> {
          try {
            return change.get();
          } catch (Refused refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
          }
        });
  }

  private Resource resource(String path) {
    Resource resource = resources.get(path);
    if (resource == null) {
      throw new IllegalArgumentException("No resource " + path + ".");
    }
    return resource;
  }

  private static Row row(Resource resource, String id) {
    try {
      return resource.row(id);
    } catch (Refused unknown) {
      throw new IllegalArgumentException("No " + resource.spec().path() + " " + id + ".", unknown);
    }
  }

  /** Changes one row past the API. */
  public void change(String path, String id, Consumer<Row> change) {
    locked(
        () -> {
          change.accept(
              book.find(path, id)
                  .orElseThrow(() -> new IllegalArgumentException("No " + path + " " + id + ".")));
          return id;
        });
  }
}
