package dev.ledgerkit.testkit.sage.table;

import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/**
 * One entry of the provider's error array.
 *
 * @since 0.1
 */
public record Problem(String dataCode, String message, String source) {
  public static Problem invalid(String message, String source) {
    return new Problem("RecordInvalid", message, source);
  }

  public static Problem missing(String field, String source) {
    return invalid(field + ": This field is required", source);
  }

  public WireReply reply(int status) {
    return reply(status, List.of(this));
  }

  public static WireReply reply(int status, List<Problem> problems) {
    ArrayNode array = Json.array();
    for (Problem problem : problems) {
      array.add(
          Json.object()
              .put("$severity", "error")
              .put("$dataCode", problem.dataCode)
              .put("$message", problem.message)
              .put("$source", problem.source));
    }
    return WireReply.json(status, Json.write(array));
  }

  /** The usual body for a status, as far as the provider documents one. */
  public static WireReply ofStatus(int status) {
    Problem problem =
        switch (status) {
          case 401 ->
              new Problem(
                  "AuthorizationFailure", "The access token is invalid or has expired.", "");
          case 403 ->
              new Problem(
                  "MultiUserAccessDenied",
                  "The current user is not allowed to access that resource with that method.",
                  "");
          case 404 -> new Problem("RecordNotFound", "The record could not be found.", "");
          case 405 -> new Problem("MethodNotAllowed", "That method is not allowed here.", "");
          case 406 -> new Problem("NotAcceptable", "Ask for application/octet-stream.", "");
          case 415 -> new Problem("UnsupportedMediaType", "Send application/json.", "");
          case 429 -> new Problem("TooManyRequests", "The rate limit is exceeded.", "");
          case 503 ->
              new Problem("ServiceUnavailable", "The service is unavailable, try again later.", "");
          default -> new Problem("UnexpectedError", "An unexpected error occurred.", "");
        };
    return problem.reply(status);
  }
}
