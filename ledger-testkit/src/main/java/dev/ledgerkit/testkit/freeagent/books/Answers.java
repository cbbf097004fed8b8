package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/**
 * The provider's bodies for what went wrong: an object, an array, or plain text.
 *
 * @since 0.1
 */
public final class Answers {
  private Answers() {}

  /** {@code {"errors":[{"message":…}, …]}}: what validation says. */
  public static WireReply errors(int status, List<String> messages) {
    ArrayNode errors = Json.array();
    messages.forEach(message -> errors.add(Json.object().put("message", message)));
    return WireReply.json(status, Json.write(Json.object().set("errors", errors)));
  }

  /** {@code {"errors":{"error":{"message":…}}}}: what everything else says. */
  public static WireReply error(int status, String message) {
    return WireReply.json(
        status,
        Json.write(
            Json.object()
                .set("errors", Json.object().set("error", Json.object().put("message", message)))));
  }

  /** Not JSON at all. */
  public static WireReply plain(int status, String text) {
    return new WireReply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
  }

  /** The usual body for a status. */
  public static WireReply ofStatus(int status) {
    return switch (status) {
      case 401 -> error(401, "Access token not recognised");
      case 403 -> error(403, "Access denied");
      case 404 -> error(404, "Resource not found");
      case 405 -> error(405, "Method not allowed");
      case 429 -> plain(429, "You must not exceed 120 requests per 60 seconds");
      case 503 -> plain(503, "Service Unavailable");
      default -> error(status, "Something went wrong");
    };
  }

  /** 200 and nothing more. */
  static WireReply empty() {
    return new WireReply(200, Map.of(), "");
  }
}
