package dev.ledgerkit.replication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a stream stands: what a checkpoint says.
 *
 * @param format of this text
 * @param origin whose records they are
 * @param window which of them
 * @param generation of the last sweep begun
 * @param sweep the sweep that is not proven complete yet; null if there is none
 * @param settled what is known of the records in the sink; null until a sweep is proven complete
 */
record Position(
    int format,
    Origin origin,
    Window window,
    long generation,
    @Nullable Sweep sweep,
    @Nullable Settled settled) {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * A reading of the whole list.
   *
   * @param begun when, by the provider's clock
   * @param whole whether it reads every record, not only those changed since the window begins
   * @param stated how many records the provider stated then; -1 if it does not
   * @param cursor the page to read next; null for the first
   * @param done whether every page was read
   * @param pages pages read
   * @param total what the last page stated; -1 if it did not
   * @param steady whether every page stated the same
   * @param changed records that were not in the sink as they were read
   * @param read records read
   * @param newest the latest change among them; null if none said
   */
  record Sweep(
      Instant begun,
      boolean whole,
      long stated,
      @Nullable String cursor,
      boolean done,
      int pages,
      long total,
      boolean steady,
      long changed,
      long read,
      @Nullable Instant newest) {

    static Sweep begin(Instant begun, boolean whole, long stated) {
      return new Sweep(begun, whole, stated, null, false, 0, -1, true, 0, 0, null);
    }

    Sweep after(Tally page, int newOrOther, @Nullable String next) {
      boolean same = page.total() >= 0 && (pages == 0 || total == page.total());
      return new Sweep(
          begun,
          whole,
          stated,
          next,
          next == null,
          pages + 1,
          page.total(),
          steady && same,
          changed + newOrOther,
          read + page.read(),
          Tally.later(newest, page.newest()));
    }
  }

  /**
   * A state of the sink that was proven complete.
   *
   * @param since from when on changes are asked for
   * @param deletedSince from when on deletions are asked for
   * @param outside how many records the provider has that the window leaves out
   * @param completeTo everything up to then is in the sink, by the provider's clock
   * @param swept when the last sweep began
   */
  record Settled(
      Instant since, Instant deletedSince, long outside, Instant completeTo, Instant swept) {}

  static Position first(Origin origin, Window window) {
    return new Position(FORMAT, origin, window, 0, null, null);
  }

  /** Another window begins with a sweep; the records that fall out are retired by it. */
  Position in(Window other) {
    return window.equals(other)
        ? this
        : new Position(format, origin, other, generation, null, null);
  }

  Position sweeping(Sweep next) {
    return new Position(format, origin, window, generation, next, settled);
  }

  Position newSweep(Sweep next) {
    return new Position(format, origin, window, generation + 1, next, null);
  }

  Position unsettled() {
    return new Position(format, origin, window, generation, null, null);
  }

  Position settled(Settled state) {
    return new Position(format, origin, window, generation, null, state);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws CheckpointMismatchException if it is of other books or another format
   */
  static Position of(String text, Origin expected) {
    try {
      JsonNode tree = JSON.readTree(text);
      int format = tree.path("format").asInt(0);
      if (format != FORMAT) {
        throw new CheckpointMismatchException(
            "The sink's checkpoint of %s has format %d; this version of Ledger reads format %d. Use the version that wrote it, or an empty sink."
                .formatted(expected.stream(), format, FORMAT),
            null);
      }
      Position position = JSON.treeToValue(tree, Position.class);
      if (!tree.path("origin").isObject() || !tree.path("window").isObject()) {
        throw new CheckpointMismatchException(
            "The sink's checkpoint of %s is not whole; restore the sink, or begin with an empty one."
                .formatted(expected.stream()),
            null);
      }
      if (!expected.equals(position.origin())) {
        throw new CheckpointMismatchException(
            "The sink holds %s, and %s was to be written to it; use another directory or table prefix for each."
                .formatted(position.origin(), expected),
            null);
      }
      return position;
    } catch (JacksonException e) {
      throw new CheckpointMismatchException(
          "The sink's checkpoint of %s cannot be read (%s); restore the sink, or begin with an empty one."
              .formatted(expected.stream(), e.getOriginalMessage()),
          e);
    }
  }
}
