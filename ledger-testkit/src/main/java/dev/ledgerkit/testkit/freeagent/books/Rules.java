package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.WireReply;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What a resource does beyond the table; a resource without such behaviour needs none of it. */
interface Rules {

  /** A new row whose fields are copied; it is kept only if this returns. */
  default void create(Row row, Body body, Call call) {}

  /** The fields are copied; they are put back if this throws. */
  default void update(Row row, Body body, Call call) {}

  /** Refuses, or takes away what depends on the row. */
  default void delete(Row row) {}

  /** Something below one row, for example {@code transitions/mark_as_sent}. */
  default WireReply act(Row row, String action, Call call) {
    throw Refused.with(404);
  }

  /** Something below the collection that is no row, for example {@code timeline}. */
  default Optional<WireReply> aside(String name, Call call) {
    return Optional.empty();
  }

  /** Adds what is computed at the time of the read. */
  default void show(Row row, ObjectNode json, Call call, boolean single) {}

  /** Whether a view other than {@code all} has the row. */
  default boolean inView(Row row, String view) {
    return true;
  }

  /** The rows a list looks among. */
  default Stream<Row> among(Table table, Call call) {
    return table.stream();
  }

  /** Whether a list without any filter is the whole table. */
  default boolean keepsEverything(Call call) {
    return true;
  }

  /** Filters of this resource alone. */
  default boolean matches(Row row, Call call) {
    return true;
  }

  /** The whole list, where it is not the usual one. */
  default Optional<WireReply> list(Call call) {
    return Optional.empty();
  }

  /** What a single row is wrapped in, where it is not the usual name. */
  default String root(Row row, String usual, Call call) {
    return usual;
  }

  /** Refuses a list that lacks what it needs. */
  default void checkList(Call call) {}

  /** The row {@code me} or such stands for; empty if the key is no name of a row. */
  default Optional<Row> named(String key, Call call) {
    return Optional.empty();
  }
}
