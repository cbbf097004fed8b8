package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Guard;
import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * One company behind one lock: requests to it are done one after the other.
 *
 * <p>Safe for use by many threads.
 *
 * @since 0.1
 */
public final class Company {
  private static final Map<String, String> SINGULAR =
      Map.of("bank_transaction", "bank_transactions", "price_list_item", "price_list_items");
  private static final int REPORTS_LEVEL = 7;
  private static final int LOCKS_LEVEL = 8;

  private final Guard guard = new Guard();
  private final Book book;
  private final CompanyPages pages;
  private final Reports reports;
  private final Attachments attachments;

  Company(BooksSettings settings, CompanyProfile profile, Links links, AtomicLong ids) {
    this.book = new Book(settings, profile, links, ids);
    this.pages = new CompanyPages(book);
    this.reports = new Reports(book);
    this.attachments = new Attachments(book);
    Invoices invoices = new Invoices(book);
    CreditNotes creditNotes = new CreditNotes(book);
    Bills bills = new Bills(book, attachments);
    BankTransactions transactions = new BankTransactions(book);
    Settlements settlements = new Settlements(book, invoices, creditNotes, bills);
    book.add(Users.SPEC, new Users(book));
    book.add(Categories.SPEC, new Categories(book));
    book.add(Contacts.SPEC, new Contacts(book));
    book.add(Projects.SPEC, new Projects(book));
    book.add(Invoices.SPEC, invoices);
    book.add(CreditNotes.SPEC, creditNotes);
    book.add(Reconciliations.SPEC, new Reconciliations(book, invoices, creditNotes));
    book.add(Bills.SPEC, bills);
    book.add(Expenses.SPEC, new Expenses(book, attachments));
    book.add(BankAccounts.SPEC, new BankAccounts(book));
    book.add(BankTransactions.SPEC, transactions);
    book.add(Explanations.SPEC, new Explanations(book, settlements, attachments, transactions));
    book.add(PriceList.SPEC, new PriceList(book));
    book.add(StockItems.SPEC, new StockItems(book));
    book.add(JournalSets.SPEC, new JournalSets(book));
    book.add(Attachments.SPEC, attachments);
    book.statements(new Statements(book, transactions));
  }

  void plant() {
    guard.run(() -> new Seeds(book, this::listed).plant());
  }

  /** The company as it was configured. */
  public CompanyProfile profile() {
    return book.profile;
  }

  /** The users in the order of the profile. */
  public List<Long> users() {
    return guard.get(() -> book.table("users").stream().map(row -> row.id).toList());
  }

  /** Answers a request of one of its users. */
  public WireReply handle(WireRequest request, long userId) {
    return guarded(
        () -> {
          Call call = Call.of(request, userId, book.today());
          book.statements().importDue();
          if (request.method().equals("GET")) {
            return route(segments(request.path()), call);
          }
          book.changed();
          return wholly(() -> route(segments(request.path()), call));
        });
  }

  /** The thread that served a request has sent its reply. */
  public void answered() {
    book.numbers.answered();
  }

  /** What a refused request changed before it was refused is taken back. */
  private <T> T wholly(Supplier<T> change) {
    book.undo.begin();
    try {
      T reply = change.get();
      book.undo.commit();
      return reply;
    } catch (Refused refused) {
      book.undo.rollBack();
      throw refused;
    }
  }

  private WireReply guarded(Supplier<WireReply> work) {
    return guard.get(
        () -> {
          try {
            return work.get();
          } catch (Refused refused) {
            return refused.reply();
          }
        });
  }

  private WireReply route(List<String> path, Call call) {
    switch (path.get(0)) {
      case "company" -> {
        return pages.handle(path, call);
      }
      case "accounting" -> {
        level(REPORTS_LEVEL, call);
        return path.size() < 2 ? Answers.ofStatus(404) : reports.handle(path, call);
      }
      case "account_locks" -> {
        level(LOCKS_LEVEL, call);
        return book.locks.handle(call);
      }
      case "email_addresses" -> {
        return book.outbox().senders();
      }
      case "ec_moss" -> {
        return MossRates.handle(call);
      }
      default -> {
        return resource(path, call);
      }
    }
  }

  private void level(int needed, Call call) {
    int has =
        book.table("users")
            .find(call.userId())
            .map(row -> row.json().path("permission_level").asInt(0))
            .orElse(0);
    if (has < needed) {
      throw Refused.with(403);
    }
  }

  private WireReply resource(List<String> path, Call call) {
    String method = call.request().method();
    String name = path.get(0);
    if (method.equals("DELETE")) {
      name = SINGULAR.getOrDefault(name, name);
    }
    Resource resource = book.findResource(name).orElseThrow(() -> Refused.with(404));
    boolean own = path.size() == 2 && path.get(1).equals("me");
    level(own ? 1 : resource.spec().level(), call);
    if (path.size() == 1) {
      return switch (method) {
        case "GET" -> resource.list(call);
        case "POST" -> create(resource, call);
        default -> throw Refused.with(404);
      };
    }
    Optional<WireReply> aside = resource.rules().aside(path.get(1), call);
    if (aside.isPresent()) {
      return aside.get();
    }
    Row row = resource.row(path.get(1), call);
    if (path.size() > 2) {
      return resource.rules().act(row, String.join("/", path.subList(2, path.size())), call);
    }
    return switch (method) {
      case "GET" -> resource.get(row, call);
      case "PUT" -> resource.update(row, body(resource, call), call);
      case "DELETE" -> resource.delete(row);
      default -> throw Refused.with(404);
    };
  }

  private static WireReply create(Resource resource, Call call) {
    resource.allow('C');
    if (resource.spec().path().equals("expenses")) {
      Optional<WireReply> batch = Expenses.batch(resource, call);
      if (batch.isPresent()) {
        return batch.get();
      }
    }
    WireReply reply = resource.create(body(resource, call), call);
    // Recorded like this: a path without its host, for this resource alone.
    String location = reply.headers().getOrDefault("Location", "");
    return resource.spec().path().equals("bank_transaction_explanations")
        ? reply.with("Location", location.substring(location.indexOf(Links.BASE)))
        : reply;
  }

  private static Body body(Resource resource, Call call) {
    return Body.of(call.request().body(), resource.spec().root());
  }

  /** The file behind a link that was handed out, or 403. */
  public WireReply content(WireRequest request) {
    return guard.get(
        () ->
            attachments
                .content(
                    segments(request.path()).get(1),
                    request.query("expires").orElse(""),
                    request.query("signature").orElse(""))
                .map(file -> WireReply.bytes(file.type(), file.bytes()))
                .orElseGet(() -> Answers.plain(403, "Request has expired")));
  }

  /** The URLs of a resource in the order of creation. */
  public List<String> urls(String path) {
    return guard.get(() -> book.table(path).stream().map(book::url).toList());
  }

  /** How many there are of a resource. */
  public int count(String path) {
    return guard.get(() -> book.table(path).size());
  }

  /** One record as a single read would show it, read past the API. */
  public Optional<String> json(String url) {
    return guard.get(
        () -> {
          String path = path(url);
          return book.find(path, url)
              .map(row -> Json.write(book.resource(path).shown(row, inside("GET"), true)));
        });
  }

  /** The names of the lists a client can replicate, parents before children. */
  public static List<String> streams() {
    return Streams.ALL;
  }

  /** Every record of a list, nested items included, read past the API. */
  public void forEach(String stream, BiConsumer<String, String> each) {
    guard.run(() -> book.resource(stream).forEach(inside("GET", Streams.WHOLE), each));
  }

  /** How many records a whole read of a list gives. */
  public int listed(String stream) {
    return guard.get(
        () -> {
          int[] sum = new int[1];
          if (stream.equals(Categories.SPEC.path())) {
            forEach(stream, (url, json) -> sum[0]++);
            return sum[0];
          }
          return book.table(book.resource(stream).spec().path()).size();
        });
  }

  private String path(String url) {
    String below =
        url.startsWith(book.links.url("")) ? url.substring(book.links.url("").length()) : url;
    int slash = below.indexOf('/');
    return slash < 0 ? below : below.substring(0, slash);
  }

  /** A call nobody sent: the owner works in the web application. */
  private Call inside(String method) {
    return inside(method, Map.of());
  }

  private Call inside(String method, Map<String, String> query) {
    Map<String, String> headers = Map.of("X-Api-Version", Call.MANY_ATTACHMENTS.toString());
    WireRequest request = new WireRequest(method, Links.BASE + "/", query, headers, "");
    return Call.of(request, users().get(0), book.today());
  }

  /**
   * Creates as the web application would.
   *
   * @return the URL
   * @throws IllegalArgumentException if the rules of the resource refuse it
   */
  public String create(String path, String json) {
    return change(
        () -> {
          Resource resource = book.resource(path);
          Body body = Body.of(json, resource.spec().root());
          return book.url(wholly(() -> resource.insert(body, inside("POST"))));
        });
  }

  /** Changes as the web application would; see {@link #create}. */
  public void update(String url, String json) {
    change(
        () -> {
          Resource resource = book.resource(path(url));
          Body body = Body.of(json, resource.spec().root());
          Row row = row(url);
          return wholly(
              () -> {
                resource.change(row, body, inside("PUT"));
                return url;
              });
        });
  }

  /** Deletes as the web application would; see {@link #create}. */
  public void delete(String url) {
    change(
        () -> {
          Row row = row(url);
          return wholly(
              () -> {
                book.resource(path(url)).remove(row);
                return url;
              });
        });
  }

  private Row row(String url) {
    return book.find(path(url), url)
        .orElseThrow(() -> new IllegalArgumentException("Nothing is at " + url + "."));
  }

  /** So many random changes and deletes, the same for the same seed and the same books. */
  public void churn(long seed, int changes, List<String> paths) {
    change(
        () -> {
          new Churn(new ChurnTools(book, inside("PUT"), seed)).run(changes, paths);
          return "";
        });
  }

  private String change(Supplier<String> work) {
    return guard.get(
        () -> {
          try {
            book.changed();
            return work.get();
          } catch (Refused refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
          } finally {
            book.numbers.answered();
          }
        });
  }

  /** Nothing may change up to this day. */
  public void lock(LocalDate to) {
    guard.run(() -> book.locks.lock(to));
  }

  /** Emails that were sent, as JSON, the oldest first. */
  public List<String> emails() {
    return guard.get(() -> book.outbox().sent());
  }

  /** How often two creates drew one number. */
  public int duplicateNumbers() {
    return guard.get(book.numbers::duplicates);
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.substring(Links.BASE.length()).split("/"))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }
}
