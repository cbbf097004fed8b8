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
  private static final String REFUSED = "is missing, or not what Sage takes here (Sage says '%s')";

  /** Where Sage names a field and says nothing of it. */
  private static final String SILENT = "is refused, Sage does not say why";

  /** The field again, before what is said of it. */
  private static final Pattern NAMED = Pattern.compile("([\\w.\\[\\]]+)\\s*:\\s*(\\S.*)");

  /** Said without a field, of a contact that is there too, if it is of another type. */
  private static final Pattern NO_CONTACT =
      Pattern.compile(
          "(?i).*\\b(?:can(?:'|’)?t|cannot|couldn(?:'|’)?t|could not) find (?:a |the )?"
              + "(?:customer|vendor|supplier|contact)\\b.*");

  private static final String WHICH_CONTACT =
      " (contact_id names no contact, or one that is not of that contact type)";

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
    } else if (node.has("$message") || node.has("$dataCode") || node.has("$source")) {
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
      message = named.equals(field) ? umbrella.group(2) : REFUSED.formatted(message);
    } else if (field.isEmpty()) {
      message = NO_CONTACT.matcher(message).matches() ? message + WHICH_CONTACT : message;
    } else {
      message = message.isEmpty() ? SILENT : withoutName(message, field);
    }
    return new Problem(field, text(node, "$dataCode"), message);
  }

  private static String withoutName(String message, String field) {
    Matcher named = NAMED.matcher(message);
    boolean again = named.matches() && ("." + field).endsWith("." + dotted(named.group(1)));
    return again ? named.group(2) : message;
  }

  /** {@code contact[contact_type_ids]} and {@code contact.contact_type_ids} are the same field. */
  private static String dotted(String source) {
    if (source.toLowerCase(Locale.ROOT).equals("base")) {
      return "";
    }
    return source.replace("][", ".").replace("[", ".").replace("]", "");
  }

  /** One line; several values in one. */
  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    List<String> values = new ArrayList<>();
    (value.isArray() ? value : List.of(value))
        .forEach(
            each -> {
              if (each.isValueNode() && !each.isNull()) {
                values.add(each.asString());
              }
            });
    String line = String.join(", ", values).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
  }

  private static Problem ofStatus(int status) {
    return new Problem("", "", REASONS.getOrDefault(status, "HTTP status " + status));
  }
}
