package dev.ledgerkit.testkit.freeagent.books;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Random work of other people: records come, change and go as the rules allow it. */
final class Churn {
  /** Of a resource with so few, none is deleted. */
  private static final int FEW = 3;

  private static final int TRIES = 1_000;
  private static final int TOTAL = 10;
  private static final int CREATES = 4;
  private static final int EDITS = 4;

  private final ChurnTools tools;
  private final Book book;
  private final Inventions inventions;
  private final WebWork web;

  Churn(ChurnTools tools) {
    this.tools = tools;
    this.book = tools.book;
    this.inventions = new Inventions(tools);
    this.web = new WebWork(tools);
  }

  void run(int changes, List<String> paths) {
    List<String> among = paths.isEmpty() ? Streams.ALL : paths;
    for (int i = 0; i < changes; i++) {
      int tries = 0;
      while (!wholly(among.get(tools.below(among.size())))) {
        if (++tries == TRIES) {
          throw new IllegalArgumentException("Nothing can be changed in " + among + ".");
        }
      }
    }
  }

  /** Whether it took effect; what was refused half way is taken back. */
  private boolean wholly(String path) {
    book.undo.begin();
    try {
      boolean changed = change(path);
      book.undo.commit();
      return changed;
    } catch (Refused refused) {
      book.undo.rollBack();
      return false; // not this row; another one will do
    } finally {
      book.numbers.answered();
    }
  }

  private boolean change(String path) {
    int count = book.table(path).size();
    int what = tools.below(TOTAL);
    if (count == 0 || what < CREATES) {
      return create(path);
    }
    Row row = book.table(path).at(tools.below(count));
    if (what >= CREATES + EDITS) {
      return count > FEW && delete(row);
    }
    return web.owns(path) ? web.edit(row) : edit(row);
  }

  private boolean create(String path) {
    if (web.owns(path)) {
      return web.create(path);
    }
    Optional<ObjectNode> fields = inventions.create(path);
    fields.ifPresent(body -> book.resource(path).insert(new Body(body), tools.call));
    return fields.isPresent();
  }

  private boolean edit(Row row) {
    boolean draft = row.text("status").equals(Documents.DRAFT);
    if (draft && tools.below(2) == 0) {
      book.resource(row.path).rules().act(row, "transitions/mark_as_sent", tools.call);
      return true;
    }
    ObjectNode before = (ObjectNode) row.json().deepCopy();
    book.resource(row.path).change(row, new Body(inventions.edit(row)), tools.call);
    return !row.json().equals(before);
  }

  private boolean delete(Row row) {
    if (row.path.equals(Categories.SPEC.path())) {
      return web.deleteCategory(row);
    }
    book.resource(row.path).remove(row);
    return true;
  }
}
