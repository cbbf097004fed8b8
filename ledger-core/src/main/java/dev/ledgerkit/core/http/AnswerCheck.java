package dev.ledgerkit.core.http;

import java.util.Locale;
import okhttp3.Response;

/**
 * Tells an answer from something that only has the status of one: a login page, a proxy's greeting.
 */
final class AnswerCheck {
  private static final String JSON_STARTS = "{[\"-0123456789tfn";

  private AnswerCheck() {}

  /**
   * Checks a successful answer.
   *
   * @throws UnusableAnswerException if it is not what was asked for; empty bodies are always fine
   */
  static void require(CallContext context, Response answer) throws UnusableAnswerException {
    byte[] body = context.body();
    if (body.length == 0) {
      return;
    }
    String header = answer.header("Content-Type");
    String type = header == null ? "" : header.toLowerCase(Locale.ROOT);
    String accept = context.request().accept().toLowerCase(Locale.ROOT);
    boolean wantsJson = accept.contains("json");
    if (wantsJson && !type.isEmpty() && !type.contains("json")) {
      throw refuse(answer, type, "JSON was asked for");
    }
    if (wantsJson && JSON_STARTS.indexOf(first(body)) < 0) {
      throw refuse(answer, type, "and does not begin as JSON does");
    }
    if (!wantsJson
        && !accept.contains("html")
        && (type.contains("html") || (type.isEmpty() && first(body) == '<'))) {
      throw refuse(answer, type, "a document was asked for, not a page");
    }
  }

  private static UnusableAnswerException refuse(Response answer, String type, String why) {
    return new UnusableAnswerException(
        "status %d and content type '%s', %s; see whether a proxy or a login page answers"
            .formatted(answer.code(), mediaType(type), why));
  }

  /** Without parameters, which may hold anything. */
  private static String mediaType(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).trim();
  }

  /**
   * The first character that is neither a byte order mark nor white space; a space if there is
   * none.
   */
  private static char first(byte[] body) {
    for (byte b : body) {
      int c = b & 0xff;
      boolean skipped =
          c == 0xef || c == 0xbb || c == 0xbf || c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!skipped) {
        return (char) c;
      }
    }
    return ' ';
  }
}
