package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Resource;
import dev.ledgerkit.testkit.sage.table.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Random work of other people: records come, change and go as the rules allow it. */
final class Churn {
  /** A released sales document does not go without one. */
  static final Map<String, String> REASON = Map.of("void_reason", "Entered twice");

  private static final Set<String> DERIVED = Set.of("transactions", "ledger_entries");

  /** What moves the derived ones, each in another way. */
  private static final List<String> ORIGINS =
      List.of("sales_invoices", "purchase_invoices", "contact_payments", "journals");

  /** Of a resource with so few, none is deleted. */
  private static final int FEW = 3;

  private static final int TRIES = 1_000;
  private static final int TOTAL = 10;
  private static final int CREATES = 4;
  private static final int EDITS = 4;

  private final ChurnTools tools;
  private final Inventions inventions;

  Churn(ChurnTools tools) {
    this.tools = tools;
    this.inventions = new Inventions(tools);
  }

  void run(int changes, List<String> paths) {
    List<String> among =
        (paths.isEmpty() ? Streams.ALL : paths)
            .stream()
                .flatMap(path -> DERIVED.contains(path) ? ORIGINS.stream() : Stream.of(path))
                .toList();
    for (int i = 0; i < changes; i++) {
      tools.book().rest();
      int tries = 0;
      while (!change(among.get(tools.below(among.size())))) {
        if (++tries == TRIES) {
          throw new IllegalArgumentException("Nothing can be changed in " + among + ".");
        }
      }
    }
  }

  private boolean change(String path) {
    Resource resource = tools.resource(path);
    int count = tools.book().count(path);
    int what = tools.below(TOTAL);
    try {
      if (count == 0 || what < CREATES) {
        return create(resource);
      }
      Row row = tools.book().at(path, tools.below(count));
      return what < CREATES + EDITS ? edit(resource, row) : count > FEW && delete(resource, row);
    } catch (Refused refused) {
      return false; // not this row; another one will do
    }
  }

  private boolean create(Resource resource) {
    return inventions
        .create(resource.spec().path())
        .map(fields -> resource.insert(new Body(fields, "")))
        .isPresent();
  }

  private boolean edit(Resource resource, Row row) {
    if (resource.spec().path().equals("journals")) {
      resource.rules().act(row, "reissue");
      return true;
    }
    if (!resource.spec().allows('U') || ofTheProvider(row)) {
      return false;
    }
    ObjectNode before = row.json().deepCopy();
    resource.update(row, new Body(inventions.edit(row), ""));
    return !row.json().equals(before);
  }

  private static boolean delete(Resource resource, Row row) {
    if (!resource.spec().allows('D') || ofTheProvider(row)) {
      return false;
    }
    resource.delete(row, REASON);
    return true;
  }

  /** The usual tax rates, whose ids are words, and the provider's own contacts. */
  private static boolean ofTheProvider(Row row) {
    return (row.path().equals("tax_rates") && row.id().contains("_"))
        || row.json().path("system").asBoolean(false);
  }
}
