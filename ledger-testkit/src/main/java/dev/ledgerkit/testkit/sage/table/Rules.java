package dev.ledgerkit.testkit.sage.table;

import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a resource does beyond the table: how its fields are filled and what a write changes
 * elsewhere.
 *
 * @since 0.1
 */
public interface Rules {

  /** Fills a new row; it is kept only if this returns. */
  default void create(Row row, Body body) {
    throw Refused.with(405);
  }

  default void update(Row row, Body body) {
    throw Refused.with(405);
  }

  default WireReply delete(Row row, Map<String, String> query) {
    throw Refused.with(405);
  }

  /** An action below one entity, for example {@code release}. */
  default WireReply act(Row row, String action) {
    throw Refused.with(404);
  }

  /** A part below one entity that is read on its own, for example {@code file}. */
  default WireReply part(Row row, String part, WireRequest request) {
    throw Refused.with(404);
  }

  /** What a read of one entity shows; may change it, as the provider's reads may. */
  default ObjectNode show(Row row, Map<String, String> query) {
    return listed(row, query);
  }

  /** What a list shows of one entity, before the attributes are picked. */
  default ObjectNode listed(Row row, Map<String, String> query) {
    return row.shown();
  }

  /** Whether an entity has a PDF. */
  default boolean printable() {
    return false;
  }
}
