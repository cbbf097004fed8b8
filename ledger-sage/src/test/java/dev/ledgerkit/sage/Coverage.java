package dev.ledgerkit.sage;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** A client's calls against a specification, operation by operation and field by field. */
final class Coverage {
  private final Specification specification;
  private final List<Sent> sent;
  private final Map<String, String> leftOut;
  private final Map<String, String> excused;

  private final Set<String> operations = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> fields = new TreeSet<>();
  private final Map<String, String> gaps = new TreeMap<>();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> writes = new HashSet<>();

  Coverage(
      Specification specification,
      List<Sent> sent,
      Map<String, String> leftOut,
      Map<String, String> excused) {
    this.specification = specification;
    this.sent = sent;
    this.leftOut = leftOut;
    this.excused = excused;
    specification.operations().stream()
        .filter(operation -> !leftOut.containsKey(operation.resource()))
        .forEach(this::operation);
    sent.forEach(this::undocumented);
    sent.stream()
        .filter(call -> call.body().isObject() && documentsBody(call))
        .forEach(call -> surplus(Specification.resource(call.path()) + " is sent", call.body()));
  }

  /** What is missing, different, or excused without need. */
  List<String> failures() {
    Stream<String> missing =
        gaps.entrySet().stream()
            .filter(gap -> !excused.containsKey(gap.getKey()))
            .map(gap -> gap.getKey() + " " + gap.getValue());
    Stream<String> needless =
        excused.keySet().stream()
            .filter(excuse -> !gaps.containsKey(excuse))
            .map(excuse -> excuse + " is excused although nothing is wrong with it");
    Set<String> existing =
        specification.operations().stream()
            .map(Specification.Operation::resource)
            .collect(Collectors.toSet());
    Set<String> built =
        sent.stream().map(each -> Specification.resource(each.path())).collect(Collectors.toSet());
    Stream<String> stale =
        leftOut.keySet().stream()
            .filter(name -> built.contains(name) || !existing.contains(name))
            .map(name -> "/" + name + " is left out although it is built or does not exist");
    return Stream.of(missing, needless, stale).flatMap(part -> part).toList();
  }

  String report() {
    List<String> lines = new ArrayList<>();
    leftOut.forEach((name, reason) -> lines.add("left out: /" + name + ": " + reason));
    excused.forEach((name, reason) -> lines.add("differs: " + name + ": " + reason));
    failures().forEach(failure -> lines.add("FAILS: " + failure));
    lines.add("covered %s query parameters".formatted(share(parameters)));
    lines.add("covered %s operations, %s fields".formatted(share(operations), share(fields)));
    return String.join(System.lineSeparator(), lines);
  }

  private String share(Set<String> all) {
    List<String> counted = all.stream().filter(name -> !excused.containsKey(name)).toList();
    long covered = counted.stream().filter(name -> !gaps.containsKey(name)).count();
    return covered + " of " + counted.size();
  }

  private void operation(Specification.Operation operation) {
    operations.add(operation.toString());
    List<Sent> calls = sent.stream().filter(call -> call.is(operation)).toList();
    if (calls.isEmpty()) {
      gaps.put(operation.toString(), "has no method");
    }
    Set<String> asked =
        calls.stream().flatMap(call -> call.query().stream()).collect(Collectors.toSet());
    for (JsonNode parameter : operation.parameters("query")) {
      String name = operation + "?" + parameter.get("name").asString();
      parameters.add(name);
      if (!asked.remove(parameter.get("name").asString())) {
        gaps.put(name, "cannot be asked for");
      }
    }
    if (operation.list()) {
      asked.forEach(name -> gaps.put(operation + "?" + name, "is not documented"));
    }
    for (JsonNode body : operation.parameters("body")) {
      JsonNode schema = specification.resolved(body.get("schema"));
      JsonNode written =
          calls.stream()
              .map(Sent::body)
              .filter(JsonNode::isObject)
              .findFirst()
              .orElse(SageJson.object());
      writable(operation, "", schema, written);
    }
    JsonNode answer = operation.answer();
    JsonNode record = answer.has("items") ? answer.get("items") : answer;
    calls.stream()
        .filter(call -> !call.answer().hasRawClass(void.class))
        .forEach(call -> readable(record, call.answer()));
    if (calls.isEmpty()) {
      String name = Specification.definition(record);
      specification
          .resolved(record)
          .path("properties")
          .properties()
          .forEach(field -> unread(name + "." + field.getKey()));
    }
  }

  private void undocumented(Sent call) {
    boolean known = specification.operations().stream().anyMatch(call::is);
    if (!known) {
      gaps.put(call.verb() + " " + call.path(), "is not documented");
    }
  }

  private boolean documentsBody(Sent call) {
    return specification.operations().stream()
        .anyMatch(operation -> call.is(operation) && !operation.parameters("body").isEmpty());
  }

  private void unread(String field) {
    fields.add(field);
    gaps.put(field, "is read by nothing");
  }

  private void readable(JsonNode described, JavaType type) {
    String name = Specification.definition(described);
    boolean file = type.hasRawClass(byte[].class); // it has no fields
    if (file || name.isEmpty() || !visited.add(name + " " + type)) {
      return;
    }
    Map<String, JavaType> components = new TreeMap<>();
    for (RecordComponent component : recordOf(name, type)) {
      components.put(
          SageJson.wireName(component), Samples.TYPES.constructType(component.getGenericType()));
    }
    for (Map.Entry<String, JsonNode> field :
        specification.resolved(described).path("properties").properties()) {
      String id = name + "." + field.getKey();
      JavaType component = components.get(field.getKey());
      fields.add(id);
      if (component == null) {
        gaps.put(id, "has no component in " + type.getRawClass().getSimpleName());
      } else {
        readable(id, field.getValue(), component);
      }
    }
  }

  private void readable(String id, JsonNode field, JavaType component) {
    FieldTypes.reading(field, component).ifPresent(wrong -> gaps.put(id, wrong));
    if (field.has("items") && component.isCollectionLikeType()) {
      readable(id, field.get("items"), component.getContentType());
    } else if (component.isRecordType()) {
      readable(field, component);
    }
  }

  private static RecordComponent[] recordOf(String name, JavaType type) {
    if (!type.isRecordType()) {
      throw new AssertionError(name + " is read into " + type + ", which is no record");
    }
    return type.getRawClass().getRecordComponents();
  }

  private void writable(
      Specification.Operation operation, String at, JsonNode schema, JsonNode written) {
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String path = at + " " + field.getKey();
      String id = operation + path;
      JsonNode value = written.path(field.getKey());
      JsonNode described = field.getValue();
      fields.add(id);
      writes.add(operation.resource() + " is sent" + path);
      if (value.isMissingNode()) {
        gaps.put(id, "cannot be written");
      } else {
        FieldTypes.writing(described, value).ifPresent(wrong -> gaps.put(id, wrong));
      }
      if (described.has("items")) {
        JsonNode item = described.get("items");
        FieldTypes.writing(item, value.path(0))
            .filter(wrong -> value.isArray())
            .ifPresent(wrong -> gaps.put(id, "holds an item that " + wrong));
        writable(operation, path, specification.resolved(item), value.path(0));
      } else {
        writable(operation, path, specification.resolved(described), value);
      }
    }
  }

  /** What no verb of the resource takes; a draft has what any of them takes. */
  private void surplus(String at, JsonNode written) {
    for (Map.Entry<String, JsonNode> field : written.properties()) {
      String path = at + " " + field.getKey();
      if (!writes.contains(path) && !field.getKey().equals("idempotency_id")) {
        gaps.put(path, "and not documented");
      }
      surplus(path, field.getValue().isArray() ? field.getValue().path(0) : field.getValue());
    }
  }
}
