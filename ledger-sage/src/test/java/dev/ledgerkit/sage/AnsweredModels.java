package dev.ledgerkit.sage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mockwebserver3.MockWebServer;
import tools.jackson.databind.JsonNode;

/** Which documented model is read into which type, found out by what the client answers. */
final class AnsweredModels {
  private AnsweredModels() {}

  /** Skips the test where there is no specification. */
  static Map<String, Class<?>> of(SageClient sage, MockWebServer server) throws Exception {
    Specification specification = Specification.published();
    List<Sent> sent = DrivenClient.drive(sage, server);
    Map<String, Class<?>> models = new TreeMap<>();
    for (Specification.Operation operation : specification.operations()) {
      JsonNode answer = operation.answer();
      String model = Specification.definition(answer.has("items") ? answer.get("items") : answer);
      sent.stream()
          .filter(call -> call.is(operation) && call.answer().isRecordType())
          .forEach(call -> models.put(model, call.answer().getRawClass()));
    }
    models.keySet().retainAll(fields().propertyNames());
    return models;
  }

  /** The fields of every documented model and their types. */
  static JsonNode fields() {
    return SharedExamples.json("derived/response-models.json");
  }

  /** The names of what a model did not know. */
  static Set<String> extra(Object read) {
    try {
      return ((Map<?, ?>) read.getClass().getMethod("extra").invoke(read))
          .keySet().stream().map(Object::toString).collect(Collectors.toSet());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Every answer keeps what it does not know", e);
    }
  }
}
