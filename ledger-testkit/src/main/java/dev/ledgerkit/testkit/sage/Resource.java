package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One resource of one business: the table, the rules, and the verbs over them. */
record Resource(ResourceSpec spec, Rules rules, Book book) {

  WireReply list(WireRequest request) {
    allow('L');
    return WireReply.json(
        200,
        Json.write(
            ListEnvelope.of(
                spec.path(),
                new ListQuery(spec, request.query()).apply(book.rows(spec.path()).stream()),
                request.query(),
                book.settings.hideNext)));
  }

  WireReply get(Row row, WireRequest request) {
    allow('G');
    return WireReply.json(
        200,
        Json.write(
            ListEnvelope.select(row, rules.show(row, request.query()), request.query(), true)));
  }

  WireReply create(Body body) {
    allow('C');
    new Validation(spec, book).check(body, true);
    Row row = book.draft(spec.path());
    rules.create(row, body);
    book.keep(spec.path(), row);
    return WireReply.json(201, Json.write(row.json));
  }

  WireReply update(Row row, Body body) {
    allow('U');
    new Validation(spec, book).check(body, false);
    rules.update(row, body);
    row.touch(book.now());
    return WireReply.json(200, Json.write(row.json));
  }

  WireReply delete(Row row, WireRequest request) {
    allow('D');
    return rules.delete(row, request.query());
  }

  Row row(String id) {
    return book.find(spec.path(), id).orElseThrow(() -> Refused.with(404));
  }

  /** Opens the envelope of a write. */
  Body body(WireRequest request) {
    Optional<JsonNode> json = Json.parse(request.body());
    if (json.isEmpty() || !json.get().isObject()) {
      throw Refused.because("The body is not a JSON object.", "base");
    }
    JsonNode inner = json.get().path(spec.envelope());
    if (!inner.isObject()) {
      throw Refused.because(spec.envelope() + ": This field is required", "base");
    }
    return new Body(inner, "");
  }

  void allow(char verb) {
    if (!spec.allows(verb)) {
      throw Refused.with(405);
    }
  }
}
