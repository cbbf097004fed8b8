package dev.ledgerkit.sage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers as Sage could send them: every documented field, as untidy as the wire is. */
final class AnswerGenerator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 3;

  private static final String[] TEXTS = {
    "text",
    "",
    " blank ends ",
    "café €5 \uD83D\uDE00",
    "\"quoted\" \\ / \n\t",
    "17",
    "null",
    "NEXT_FULL_MOON"
  };

  private final JsonNode models;
  private final Random random;

  AnswerGenerator(JsonNode models, Random random) {
    this.models = models;
    this.random = random;
  }

  /** A record of a model; fields are missing now and then, and unknown ones come along. */
  ObjectNode answer(String model) {
    return answer(model, 0);
  }

  private ObjectNode answer(String model, int depth) {
    ObjectNode answer = JSON.objectNode();
    for (Map.Entry<String, JsonNode> field : models.get(model).properties()) {
      if (random.nextInt(8) > 0) {
        String id = model + "." + field.getKey();
        JsonNode type = field.getValue();
        answer.set(field.getKey(), type.isArray() ? list(id, type, depth) : value(id, type, depth));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      answer.set("unknown_" + i, anything(0));
    }
    return answer;
  }

  private JsonNode list(String id, JsonNode type, int depth) {
    ArrayNode items = JSON.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      JsonNode item = value(id, type.get(0), depth);
      if (!item.isNull()) {
        items.add(item);
      }
    }
    return items;
  }

  private JsonNode value(String id, JsonNode type, int depth) {
    String bare = type.asString().replaceAll("<=.*", "");
    if (random.nextInt(10) == 0) {
      return JSON.nullNode();
    }
    if (models.has(bare)) {
      return depth == DEEPEST ? JSON.nullNode() : answer(bare, depth + 1);
    }
    return switch (LeftOut.onTheWire(id, bare)) {
      case "string" -> JSON.stringNode(TEXTS[random.nextInt(TEXTS.length)]);
      case "date" -> JSON.stringNode(random.nextInt(5) == 0 ? "" : day().toString());
      case "date-time" -> JSON.stringNode(random.nextInt(5) == 0 ? "" : moment().toString());
      case "number" -> textOrNumber(decimal());
      case "integer" -> textOrNumber(BigDecimal.valueOf(random.nextInt(1_000_000)));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> anything(0);
    };
  }

  private JsonNode textOrNumber(BigDecimal value) {
    return random.nextInt(4) == 0 ? JSON.numberNode(value) : JSON.stringNode(value.toPlainString());
  }

  /** Up to 27 digits, trailing zeros among them. */
  private BigDecimal decimal() {
    BigInteger digits = new BigInteger(random.nextInt(80), random);
    BigDecimal value = new BigDecimal(digits, random.nextInt(9)).setScale(random.nextInt(9) + 9);
    return random.nextBoolean() ? value : value.negate();
  }

  private LocalDate day() {
    return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
  }

  private Instant moment() {
    return Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE));
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth == 2 ? 4 : 6)) {
      case 0 -> JSON.numberNode(decimal());
      case 1 -> JSON.stringNode(TEXTS[random.nextInt(TEXTS.length)]);
      case 2 -> JSON.booleanNode(random.nextBoolean());
      case 3 -> JSON.nullNode();
      case 4 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      default -> JSON.objectNode().set("inner", anything(depth + 1));
    };
  }
}
