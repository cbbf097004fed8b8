package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The accountancy practice API: the practice, its account managers and its clients.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @since 0.1
 */
public final class Practice {
  /** The one account manager there is. */
  public static final long MANAGER = 1;

  private static final Set<String> PATHS = Set.of("practice", "clients", "account_managers");
  private static final String ME = "/account_managers/" + MANAGER;
  private static final int MOST_MINIMAL = 500;

  private final String name;
  private final String subdomain;
  private final BooksSettings settings;
  private final Books books;
  private final Instant opened;

  /** A practice whose clients are all companies of the simulator. */
  public Practice(String name, String subdomain, BooksSettings settings, Books books) {
    this.name = name;
    this.subdomain = subdomain;
    this.settings = settings;
    this.books = books;
    this.opened = settings.clock().instant();
  }

  /** Whether a path belongs to the practice and not to a company. */
  public static boolean owns(String path) {
    String below = path.startsWith(Links.BASE + "/") ? path.substring(Links.BASE.length() + 1) : "";
    return PATHS.contains(below.split("/", 2)[0]);
  }

  /** Answers a request of an account manager. */
  public WireReply handle(WireRequest request) {
    try {
      if (!request.method().equals("GET")) {
        return Answers.ofStatus(404);
      }
      Call call =
          Call.of(
              request, MANAGER, settings.clock().instant().atZone(ZoneOffset.UTC).toLocalDate());
      return switch (request.path().substring(Links.BASE.length())) {
        // The one body without a root key.
        case "/practice" ->
            WireReply.json(
                200, Json.write(Json.object().put("name", name).put("subdomain", subdomain)));
        case "/clients" -> clients(call);
        case "/account_managers" -> {
          ObjectNode answer = Json.object();
          answer.putArray("account_managers").add(manager());
          yield WireReply.json(200, Json.write(answer));
        }
        case "/account_managers/me", ME ->
            WireReply.json(200, Json.write(Json.object().set("account_manager", manager())));
        default -> Answers.ofStatus(404);
      };
    } catch (Refused refused) {
      return refused.reply();
    }
  }

  private ObjectNode manager() {
    return Json.object()
        .put("url", books.links().url("account_managers", MANAGER))
        .put("name", "Sim Manager")
        .put("email", "manager@example.com");
  }

  private WireReply clients(Call call) {
    boolean minimal = call.asks("minimal_data");
    List<CompanyProfile> all = new ArrayList<>();
    String view = call.query("view");
    // Every client is active and linked, so the other views are empty.
    if (view.isEmpty() || Set.of("all", "active", "linked").contains(view)) {
      books.companies().forEach(company -> all.add(company.profile()));
    }
    Page page =
        Page.of(
            call,
            books.links(),
            settings.linkQuote(),
            List.of(),
            all.size(),
            minimal ? MOST_MINIMAL : Page.MOST);
    ArrayNode clients = Json.array();
    all.stream()
        .skip(page.skipped())
        .limit(page.size())
        .forEach(client -> clients.add(client(client, minimal)));
    return page.headers(WireReply.json(200, Json.write(Json.object().set("clients", clients))));
  }

  private ObjectNode client(CompanyProfile company, boolean minimal) {
    ObjectNode json = Json.object();
    if (minimal) {
      return json.put("id", company.number())
          .put("name", company.name())
          .put("subdomain", company.subdomain());
    }
    // Times of the practice carry an offset where others end in Z.
    String time = Book.time(opened).replace("Z", "+00:00");
    json.put("account_manager", books.links().url("account_managers", MANAGER))
        .put("url", books.links().url("company"))
        .put("name", company.name())
        .put("subdomain", company.subdomain())
        .put("type", company.type())
        .put("status", "Active Licence")
        .put("contact_email", company.users().get(0).email())
        .put("town", "Edinburgh")
        .put("country", "United Kingdom")
        .put(
            "sales_tax_registration_status", company.registered() ? "Registered" : "Not Registered")
        .put("created_at", time)
        .put("updated_at", time);
    json.putObject("account_owner").put("first_name", "Sim").put("last_name", "Owner");
    return json;
  }
}
