package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what FreeAgent objects to: {@code errors} as one object, as a list, or by field; an OAuth
 * error; or plain text. Anything else, such as a gateway's page, is told by its status alone.
 */
final class FreeAgentProblems {
  private static final int MAX_MESSAGE = 500;

  /**
   * FreeAgent names no field apart; its texts begin with one, as {@code invoice_items.price is
   * ...}.
   */
  private static final Pattern NAMED_FIELD =
      Pattern.compile("`?([a-z][a-z0-9]*(?:[_.][a-z0-9]+)+)`?\\s.*");

  private FreeAgentProblems() {}

  static List<Problem> read(int status, String contentType, byte[] body) {
    List<Problem> problems = new ArrayList<>();
    try {
      if (body.length > 0) {
        collect(FreeAgentJson.WIRE.tree(body), problems);
      }
    } catch (JacksonException e) {
      problems.clear();
      plainText(contentType, body, problems);
    }
    return problems.isEmpty()
        ? List.of(new Problem("", "", "HTTP status " + status))
        : List.copyOf(problems);
  }

  private static void collect(JsonNode node, List<Problem> problems) {
    if (node.isArray()) {
      node.forEach(each -> collect(each, problems));
    } else if (node.isString()) {
      add("", node.asString(), problems);
    } else if (node.has("errors")) {
      collect(node.get("errors"), problems);
    } else if (node.path("message").isValueNode() && node.has("message")) {
      add("", node.get("message").asString(), problems);
    } else if (node.path("error").isObject()) {
      collect(node.get("error"), problems);
    } else if (node.path("error").isString()) {
      oauth(node, problems);
    } else if (node.isObject()) {
      node.properties().forEach(field -> ofField(field.getKey(), field.getValue(), problems));
    }
  }

  private static void oauth(JsonNode node, List<Problem> problems) {
    String code = line(node.get("error").asString());
    String description = line(node.path("error_description").asString(""));
    problems.add(new Problem("", code, description.isEmpty() ? code : description));
  }

  private static void ofField(String field, JsonNode said, List<Problem> problems) {
    if (said.isArray()) {
      said.forEach(each -> ofField(field, each, problems));
    } else if (said.isValueNode() && !said.isNull()) {
      problems.add(new Problem(field, "", line(said.asString())));
    }
  }

  /** A page is not for reading: what a proxy says has no place in a message. */
  private static void plainText(String contentType, byte[] body, List<Problem> problems) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    boolean page = contentType.toLowerCase(Locale.ROOT).contains("html") || text.startsWith("<");
    if (!page && !text.isEmpty() && !text.startsWith("{") && !text.startsWith("[")) {
      add("", text, problems);
    }
  }

  private static void add(String field, String message, List<Problem> problems) {
    String text = line(message);
    Matcher named = NAMED_FIELD.matcher(text);
    boolean names = field.isEmpty() && named.matches();
    problems.add(new Problem(names ? named.group(1) : field, "", text));
  }

  private static String line(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
  }
}
