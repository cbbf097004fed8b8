package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.Guard;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books of one business behind one lock: requests to it are done one after the other. */
final class Accounting {
  private static final Duration KEY_LIFETIME = Duration.ofDays(7);

  private final Guard guard = new Guard();
  private final Book book;
  private final Tally tally;
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Remembered> keys = new HashMap<>();

  private record Remembered(String path, WireReply reply, Instant dies) {}

  Accounting(SageSettings settings, SimBusiness business, Tally tally) {
    this.book = new Book(settings, business);
    this.tally = tally;
    for (ResourceSpec lookup : Reference.LOOKUPS) {
      add(lookup, new Rules() {});
    }
    Artefacts artefacts = new Artefacts(book);
    add(Reference.TAX_RATES, new TaxRates(book));
    add(Reference.LEDGER_ACCOUNTS, new LedgerAccounts(book));
    add(Reference.BANK_ACCOUNTS, new BankAccounts(book));
    add(Reference.CONTACTS, new Contacts(book));
    add(Reference.SALES_INVOICES, new SalesInvoices(book, tally));
    add(Reference.CONTACT_PAYMENTS, new ContactPayments(book, artefacts));
    add(Reference.CONTACT_ALLOCATIONS, new ContactAllocations(book, artefacts));
    new SeedData(book, resources).plant();
  }

  private void add(ResourceSpec spec, Rules rules) {
    resources.put(spec.path(), new Resource(spec, rules, book));
  }

  WireReply handle(WireRequest request, List<String> path) {
    return guard.get(
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
    String method = request.method();
    if (path.size() == 1) {
      return switch (method) {
        case "GET" -> resource.list(request);
        case "POST" -> create(resource, request);
        default -> throw Refused.with(405);
      };
    }
    Row row = resource.row(path.get(1));
    if (path.size() == 3 && method.equals("POST")) {
      return resource.rules().act(row, path.get(2));
    }
    if (path.size() > 2) {
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
      tally.replayed();
      return seen.reply();
    }
    WireReply reply = resource.create(body);
    keys.put(key, new Remembered(resource.spec().path(), reply, book.now().plus(KEY_LIFETIME)));
    return reply;
  }

  List<String> ids(String path) {
    return guard.get(
        () -> {
          return book.rows(path).stream()
              .filter(row -> row.deleted.isEmpty())
              .map(row -> row.id)
              .toList();
        });
  }

  Optional<String> json(String path, String id) {
    return guard.get(
        () -> {
          return book.find(path, id).map(row -> Json.write(row.json));
        });
  }
}
