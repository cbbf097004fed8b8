package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Problem;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.wire.Guard;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /businesses} and {@code /user}: what belongs to the user and not to one business. */
final class Businesses {
  private static final Set<String> BUSINESS_FIELDS =
      Set.of(
          "name",
          "address_line_1",
          "address_line_2",
          "city",
          "postal_code",
          "region",
          "telephone",
          "mobile",
          "website");
  private static final Set<String> USER_FIELDS =
      Set.of("first_name", "last_name", "initials", "locale");

  private final Guard guard = new Guard();
  private final Map<String, ObjectNode> businesses = new LinkedHashMap<>();
  private final ObjectNode user;

  Businesses(SageSettings settings) {
    Instant now = settings.clock.instant().truncatedTo(ChronoUnit.SECONDS);
    settings.businesses.forEach(b -> businesses.put(b.id(), business(b, now.toString())));
    user =
        Json.object()
            .put("id", "5a6e0f1c2b3d4e5f60718293a4b5c6d7")
            .put("displayed_as", "Sim User")
            .put("created_at", now.toString())
            .put("updated_at", now.toString())
            .put("first_name", "Sim")
            .put("last_name", "User")
            .put("initials", "SU")
            .put("email", "sim.user@example.com")
            .put("locale", "en-GB");
  }

  private static ObjectNode business(SimBusiness business, String now) {
    ObjectNode json = Json.object().put("id", business.id()).put("displayed_as", business.name());
    json.put("$path", "/businesses/" + business.id()).put("created_at", now).put("updated_at", now);
    json.put("name", business.name())
        .put("address_line_1", "1 Simulated Street")
        .put("address_line_2", "");
    json.put("city", "Newcastle").put("postal_code", "NE1 1AA");
    json.putObject("country")
        .put("id", business.country())
        .put("displayed_as", business.country())
        .put("$path", "/countries/" + business.country());
    json.put("region", "").put("telephone", "").put("mobile", "").put("website", "");
    json.put("is_demo", false).put("ni_based", false);
    json.putArray("subscriptions")
        .addObject()
        .put("id", "ACCOUNTING")
        .put("displayed_as", "Accounting")
        .put("created_at", now)
        .put("updated_at", now)
        .put("active", true)
        .put("status", "paying")
        .put("accountant_pays", false);
    return json;
  }

  WireReply handle(WireRequest request, List<String> path, List<SimBusiness> reachable) {
    return guard.get(
        () -> {
          boolean write = request.method().equals("PUT");
          if (!write && !request.method().equals("GET")) {
            return Problem.ofStatus(405);
          }
          if (path.get(0).equals("user") && path.size() == 1) {
            return one(user, request, "user", USER_FIELDS);
          }
          if (path.size() == 1 && !write) {
            return list(reachable);
          }
          String id = path.size() == 2 ? path.get(1) : "";
          return reachable.stream()
              .filter(b -> b.id().equals(id) || (id.equals("lead") && b.equals(reachable.get(0))))
              .findFirst()
              .flatMap(b -> Optional.ofNullable(businesses.get(b.id())))
              .map(json -> one(json, request, "business", BUSINESS_FIELDS))
              .orElseGet(() -> Problem.ofStatus(404));
        });
  }

  private static WireReply one(
      ObjectNode json, WireRequest request, String envelope, Set<String> fields) {
    if (request.method().equals("PUT")) {
      JsonNode sent = Json.parse(request.body()).orElse(Json.object()).path(envelope);
      for (String field : fields) {
        if (sent.has(field)) {
          json.put(field, sent.path(field).asString(""));
        }
      }
    }
    return WireReply.json(200, Json.write(json));
  }

  /** The only list that spells its page size in snake case, and has no pages. */
  private WireReply list(List<SimBusiness> reachable) {
    ObjectNode envelope = Json.object().put("$total", reachable.size()).put("$page", 1);
    envelope.putNull("$next").putNull("$back").put("$items_per_page", Integer.MAX_VALUE);
    ArrayNode items = envelope.putArray("$items");
    for (SimBusiness business : reachable) {
      items
          .addObject()
          .put("displayed_as", business.name())
          .put("id", business.id())
          .put("$path", "/businesses/" + business.id());
    }
    return WireReply.json(200, Json.write(envelope));
  }
}
