package dev.ledgerkit.sage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Sage documents: its published schema, and by name only the few resources that are missing in
 * it.
 */
final class Specification {
  private static final Map<String, String> UNPUBLISHED_MODELS =
      Map.of("businesses", "Business", "user", "User");

  private final ObjectNode schema;

  private Specification(ObjectNode schema) {
    this.schema = schema;
  }

  /** Skips the test where there is none. */
  static Specification published() {
    ObjectNode schema =
        (ObjectNode) SharedExamples.json("openapi/sage-accounting-v3.1.swagger2.json");
    JsonNode further = SharedExamples.json("derived/not-in-swagger-2025-02.json");
    ObjectNode definitions = (ObjectNode) schema.get("definitions");
    further
        .get("models")
        .properties()
        .forEach(model -> definitions.set(model.getKey(), named(model.getValue())));
    ObjectNode paths = (ObjectNode) schema.get("paths");
    for (JsonNode operation : further.get("operations")) {
      String[] parts = operation.asString().split(" ", 2);
      ObjectNode described = paths.withObjectProperty(parts[1]);
      ObjectNode answer = described.putObject(parts[0].toLowerCase(Locale.ROOT));
      String model = UNPUBLISHED_MODELS.get(resource(parts[1]));
      if (model != null) {
        answer
            .putObject("responses")
            .putObject("200")
            .putObject("schema")
            .put("$ref", "#/definitions/" + model);
      }
    }
    return new Specification(schema);
  }

  private static ObjectNode named(JsonNode fields) {
    ObjectNode model = SageJson.object();
    ObjectNode properties = model.putObject("properties");
    for (JsonNode field : fields) {
      String name = field.asString();
      if (name.equals("subscriptions[]")) {
        ObjectNode list = properties.putObject("subscriptions").put("type", "array");
        list.putObject("items").put("$ref", "#/definitions/Subscription");
      } else {
        properties.putObject(name);
      }
    }
    return model;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : schema.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (verb.getValue().isObject()) {
          operations.add(
              new Operation(
                  verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()));
        }
      }
    }
    return operations;
  }

  /** A schema, or what it refers to. */
  JsonNode resolved(JsonNode described) {
    String name = definition(described);
    return name.isEmpty() ? described : schema.get("definitions").get(name);
  }

  /** The name of the definition a schema refers to; empty if it refers to none. */
  static String definition(JsonNode described) {
    String reference = described.path("$ref").asString("");
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  static String resource(String path) {
    return path.split("/", 3)[1];
  }

  /** To be changed by tests that want another specification. */
  ObjectNode schema() {
    return schema;
  }

  /** A verb on a path. */
  record Operation(String verb, String path, JsonNode described) {
    String resource() {
      return Specification.resource(path);
    }

    boolean list() {
      return parameters("query").stream()
          .anyMatch(parameter -> parameter.get("name").asString().equals("page"));
    }

    List<JsonNode> parameters(String place) {
      List<JsonNode> found = new ArrayList<>();
      for (JsonNode parameter : described.path("parameters")) {
        if (parameter.path("in").asString("").equals(place)) {
          found.add(parameter);
        }
      }
      return found;
    }

    /** The schema of what is answered when all goes well; missing if nothing is. */
    JsonNode answer() {
      JsonNode responses = described.path("responses");
      return responses.has("201")
          ? responses.get("201").path("schema")
          : responses.path("200").path("schema");
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }
}
