package dev.ledgerkit.replication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run says of a stream when it is done: how many records the provider states, how many are
 * in the sink, and a digest by which the sink can be known again.
 *
 * @param origin where the records come from
 * @param window which of them are copied
 * @param stated how many records the provider states there are in all; -1 if it does not
 * @param outside how many of those the window leaves out; -1 if that is not known
 * @param read how many records this run read, with those it had already
 * @param inSink how many are in the sink
 * @param hash of their keys and versions; see {@link Replication#verify}
 * @param completeTo what was created, changed or deleted up to then is in the sink, by the
 *     provider's clock; null if nothing can be said yet
 * @param complete whether this run came to its end and what is in the sink agrees with what the
 *     provider states. If it is false the books changed faster than they could be read, and the
 *     next run reads them again
 * @since 0.1
 */
public record Receipt(
    Origin origin,
    Window window,
    long stated,
    long outside,
    long read,
    long inSink,
    String hash,
    @Nullable Instant completeTo,
    boolean complete) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** As JSON, to be kept. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws CheckpointMismatchException if it is not a receipt
   */
  public static Receipt fromJson(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      for (String field : List.of("origin", "window", "inSink", "hash")) {
        if (!tree.hasNonNull(field)) {
          throw notOne(field + " is missing", null);
        }
      }
      return JSON.treeToValue(tree, Receipt.class);
    } catch (JacksonException e) {
      throw notOne(e.getOriginalMessage(), e);
    }
  }

  private static CheckpointMismatchException notOne(String why, @Nullable Throwable cause) {
    return new CheckpointMismatchException(
        "This is not a receipt (%s); pass what Receipt.toJson() wrote.".formatted(why), cause);
  }
}
