package dev.ledgerkit.sage;

import dev.ledgerkit.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Sage objects to: an array of problems, one problem, {@code {"$diagnoses": [...]}}, or
 * an OAuth error. Anything else, such as a gateway's page, is told by its status alone.
 */
final class SageProblems {
  private static final int MAX_MESSAGE = 500;

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"),
          Map.entry(525, "TLS Handshake Failed"));

  /**
   * Said of a line's description whatever is wrong with the line; the culprit is in {@code
   * $source}.
   */
  private static final Pattern UMBRELLA =
      Pattern.compile("(?:([\\w.\\[\\]]+)\\s*:\\s*)?(This field is required\\.?)");

  /** What the umbrella stands for: it is said of values that were given, too. */
  private static final String REFUSED = "is missing, or not what Sage takes here";

  private SageProblems() {}

  static List<Problem> read(int status, byte[] body) {
    List<Problem> problems = new ArrayList<>();
    try {
      if (body.length > 0) {
        collect(SageJson.tree(body), problems);
      }
    } catch (JacksonException e) {
      problems.clear();
    }
    return problems.isEmpty() ? List.of(ofStatus(status)) : List.copyOf(problems);
  }

  private static void collect(JsonNode node, List<Problem> problems) {
    if (node.isArray()) {
      node.forEach(each -> collect(each, problems));
    } else if (node.has("$diagnoses")) {
      collect(node.get("$diagnoses"), problems);
    } else if (node.has("$message") || node.has("$dataCode")) {
      problems.add(diagnosis(node));
    } else if (node.has("error")) {
      String code = text(node, "error");
      String description = text(node, "error_description");
      problems.add(new Problem("", code, description.isEmpty() ? code : description));
    }
  }

  private static Problem diagnosis(JsonNode node) {
    String field = dotted(text(node, "$source"));
    String message = text(node, "$message");
    Matcher umbrella = UMBRELLA.matcher(message);
    if (umbrella.matches()) {
      String named = umbrella.group(1) == null ? field : dotted(umbrella.group(1));
      field = field.isEmpty() ? named : field;
      message = named.equals(field) ? umbrella.group(2) : REFUSED;
    }
    return new Problem(field, text(node, "$dataCode"), message);
  }

  /** {@code contact[contact_type_ids]} and {@code contact.contact_type_ids} are the same field. */
  private static String dotted(String source) {
    if (source.toLowerCase(Locale.ROOT).equals("base")) {
      return "";
    }
    return source.replace("][", ".").replace("[", ".").replace("]", "");
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    String text = value == null || !value.isValueNode() || value.isNull() ? "" : value.asString();
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
  }

  private static Problem ofStatus(int status) {
    return new Problem("", "", REASONS.getOrDefault(status, "HTTP status " + status));
  }
}
