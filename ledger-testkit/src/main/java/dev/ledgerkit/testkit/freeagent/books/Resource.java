package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One resource of one company: the table row, the rules, and the verbs over them. */
record Resource(Spec spec, Rules rules, Book book) {

  WireReply list(Call call) {
    allow('L');
    Optional<WireReply> special = rules.list(call);
    if (special.isPresent()) {
      return special.get();
    }
    rules.checkList(call);
    Page page =
        Page.of(call, book, new ListQuery(spec, rules, call).apply(book.table(spec.path())));
    ArrayNode rows = Json.array();
    page.rows().forEach(row -> rows.add(shown(row, call, false)));
    return page.headers(WireReply.json(200, Json.write(Json.object().set(spec.path(), rows))));
  }

  /** Every row as this call's list shows it, whatever account it belongs to. */
  void forEach(Call call, BiConsumer<String, String> each) {
    if (spec.path().equals(Categories.SPEC.path())) {
      ((Categories) rules).forEach(call, each);
    } else {
      book.table(spec.path()).stream()
          .forEach(row -> each.accept(book.url(row), Json.write(shown(row, call, false))));
    }
  }

  WireReply get(Row row, Call call) {
    allow('G');
    return single(200, row, call);
  }

  WireReply create(Body body, Call call) {
    allow('C');
    Row row = insert(body, call);
    return single(201, row, call).with("Location", book.url(row));
  }

  Row insert(Body body, Call call) {
    Form form = new Form(spec.fields(), book);
    refuse(form.problems(body, true, ""));
    book.locks.check(spec.dated(), body);
    Row row = book.draft(spec.path());
    form.fill(row.edit(), body);
    rules.create(row, body, call);
    book.keep(row);
    return row;
  }

  WireReply update(Row row, Body body, Call call) {
    allow('U');
    change(row, body, call);
    return single(200, row, call);
  }

  void change(Row row, Body body, Call call) {
    Form form = new Form(spec.fields(), book);
    refuse(form.problems(body, false, ""));
    book.locks.check(spec.dated(), body);
    row.date(spec.dated()).ifPresent(book.locks::check);
    ObjectNode before = row.edit().deepCopy();
    form.fill(row.edit(), body);
    try {
      rules.update(row, body, call);
    } catch (Refused refused) {
      row.restore(before);
      throw refused;
    }
    book.table(spec.path()).changed(row);
    row.touch(book.now());
  }

  WireReply delete(Row row) {
    allow('D');
    remove(row);
    return Answers.empty();
  }

  void remove(Row row) {
    row.date(spec.dated()).ifPresent(book.locks::check);
    rules.delete(row);
    book.table(spec.path()).remove(row);
  }

  Row row(String key, Call call) {
    Optional<Row> named = rules.named(key, call);
    return named.isPresent()
        ? named.get()
        : Links.number(key).stream()
            .mapToObj(id -> book.table(spec.path()).find(id))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow(() -> Refused.with(404));
  }

  /** The row as this call sees it, its URL first. */
  ObjectNode shown(Row row, Call call, boolean single) {
    ObjectNode json = Json.object().put("url", book.url(row));
    json.setAll((ObjectNode) row.json().deepCopy());
    json.put("created_at", Book.time(row.created)).put("updated_at", Book.time(row.updated));
    rules.show(row, json, call, single);
    return json;
  }

  WireReply single(int status, Row row, Call call) {
    return WireReply.json(
        status,
        Json.write(Json.object().set(rules.root(row, spec.root(), call), shown(row, call, true))));
  }

  void allow(char verb) {
    // Read-only resources answer 404 to a POST, not 405.
    if (!spec.allows(verb)) {
      throw Refused.with(404);
    }
  }

  static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw Refused.because(problems);
    }
  }
}
