package dev.ledgerkit.testkit.sage.table;

import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * One resource of one business: the table, the rules, and the verbs over them.
 *
 * @since 0.1
 */
public record Resource(ResourceSpec spec, Rules rules, Book book) {

  public WireReply list(WireRequest request) {
    allow('L');
    return WireReply.json(200, Json.write(new ListEnvelope(this, request.query()).json()));
  }

  /** Every row as a list with {@code attributes=all} shows it. */
  public void forEach(BiConsumer<String, String> each) {
    Map<String, String> query = Map.of("attributes", "all");
    new ListQuery(spec, query)
        .rows(book)
        .forEach(
            row ->
                each.accept(
                    row.id(),
                    Json.write(Attributes.select(row, rules.listed(row, query), query, false))));
  }

  /** How many rows a list states. */
  public int listed() {
    return book.count(spec.path()) + spec.includes().stream().mapToInt(book::count).sum();
  }

  public WireReply get(Row row, WireRequest request) {
    allow('G');
    if (rules.printable()
        && request
            .header("Accept")
            .filter(type -> type.startsWith("application/pdf"))
            .isPresent()) {
      rules.show(row, request.query());
      String page = "%PDF-1.4\n% " + row.text("displayed_as") + "\n%%EOF\n";
      return WireReply.bytes("application/pdf", page.getBytes(StandardCharsets.UTF_8));
    }
    return WireReply.json(200, Json.write(show(row, request)));
  }

  private JsonNode show(Row row, WireRequest request) {
    return Attributes.select(row, rules.show(row, request.query()), request.query(), true);
  }

  public WireReply create(Body body) {
    return WireReply.json(201, Json.write(insert(body).json()));
  }

  public Row insert(Body body) {
    allow('C');
    new Validation(spec, book).check(body, true);
    Row row = book.draft(spec.path());
    rules.create(row, body);
    book.keep(row);
    return row;
  }

  public WireReply update(Row row, Body body) {
    allow('U');
    change(row, body);
    return WireReply.json(200, Json.write(row.json()));
  }

  private void change(Row row, Body body) {
    new Validation(spec, book).check(body, false);
    rules.update(row, body);
    row.touch(book.now());
  }

  public WireReply delete(Row row, WireRequest request) {
    return delete(row, request.query());
  }

  public WireReply delete(Row row, Map<String, String> query) {
    allow('D');
    return rules.delete(row, query);
  }

  /** The one row of the settings. */
  public WireReply settings(WireRequest request) {
    allow('S');
    Row row = row(spec.path());
    return switch (request.method()) {
      case "GET" -> WireReply.json(200, Json.write(show(row, request)));
      case "PUT" -> {
        change(row, body(request));
        yield WireReply.json(200, Json.write(rules.listed(row, request.query())));
      }
      default -> throw Refused.with(405);
    };
  }

  public Row row(String id) {
    Optional<Row> row = book.find(spec.path(), id);
    for (String path : spec.includes()) {
      row = row.or(() -> book.find(path, id));
    }
    return row.orElseThrow(() -> Refused.with(404));
  }

  /** Opens the envelope of a write. */
  public Body body(WireRequest request) {
    JsonNode inner = object(request.body()).path(spec.envelope());
    if (!inner.isObject()) {
      throw Refused.because(spec.envelope() + ": This field is required", "base");
    }
    return new Body(inner, "");
  }

  /** What a test sends, with or without the envelope. */
  public Body bodyOf(String text) {
    JsonNode json = object(text);
    JsonNode inner = json.path(spec.envelope());
    return new Body(inner.isObject() ? inner : json, "");
  }

  private static JsonNode object(String text) {
    return Json.parse(text)
        .filter(JsonNode::isObject)
        .orElseThrow(() -> Refused.because("The body is not a JSON object.", "base"));
  }

  public void allow(char verb) {
    if (!spec.allows(verb)) {
      throw Refused.with(405);
    }
  }
}
