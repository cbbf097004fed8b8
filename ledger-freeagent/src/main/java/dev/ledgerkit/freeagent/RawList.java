package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamFields;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.core.stream.StreamShape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A list of FreeAgent, its records kept as they came; one of its filters may be fixed. */
final class RawList implements RecordStream {
  static final String KEY = "url";
  private static final List<String> LINKS =
      List.of("content_src", "content_src_medium", "content_src_small", "expires_at");

  private final StreamShape shape;
  private final ListReader<ObjectNode> reader;
  private final Map<String, String> asked;

  /**
   * A list of one resource.
   *
   * @param tellsChanges whether it takes {@code updated_since}
   * @param asked what every read of it says
   */
  RawList(
      BindingCalls calls,
      StreamGroup group,
      ResourceSpec<? extends Record> spec,
      boolean tellsChanges,
      Map<String, String> asked) {
    this(
        new StreamShape(
            spec.collection(),
            group,
            KEY,
            tellsChanges,
            Deletions.UNTOLD,
            true,
            StreamFields.of(spec.type())),
        new ListReader<>(calls, spec.as(ObjectNode.class)),
        asked);
  }

  private RawList(StreamShape shape, ListReader<ObjectNode> reader, Map<String, String> asked) {
    this.shape = shape;
    this.reader = reader;
    this.asked = asked;
  }

  /** The same list, where FreeAgent wants to know more. */
  RawList with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(asked);
    more.put(parameter, value);
    return new RawList(shape, reader, more);
  }

  @Override
  public StreamShape shape() {
    return shape;
  }

  @Override
  public Paged<StreamRecord> all() {
    return reader.list(parameters(), RawList::record);
  }

  @Override
  public Paged<StreamRecord> changedSince(Instant since) {
    if (!shape.changes()) {
      throw new ConfigurationException(
          "FreeAgent has no 'updated_since' for %s; read the whole list.".formatted(shape.name()));
    }
    return reader.list(parameters().put("updated_since", since.toString()), RawList::record);
  }

  @Override
  public Paged<String> deletedSince(Instant since) {
    throw untold(shape.name());
  }

  static ConfigurationException untold(String name) {
    return new ConfigurationException(
        "FreeAgent does not tell which %s were deleted; compare the whole list.".formatted(name));
  }

  @Override
  public long stated() {
    Page<StreamRecord> one = reader.list(parameters().put("per_page", 1), RawList::record).first();
    return one.total() < 0 && one.next() == null ? one.items().size() : one.total();
  }

  private ObjectNode parameters() {
    ObjectNode parameters = FreeAgentJson.WIRE.object();
    asked.forEach(parameters::put);
    return parameters;
  }

  static StreamRecord record(ObjectNode row) {
    withoutLinks(row);
    return new StreamRecord(row.path(KEY).asString(""), row);
  }

  /**
   * Takes out the links to attached files: FreeAgent makes new ones at every read, so no two reads
   * would agree, and whoever holds one may open the file until it expires.
   */
  private static void withoutLinks(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(LINKS);
    }
    node.forEach(RawList::withoutLinks);
  }

  @Override
  public String toString() {
    return "RawList[" + shape.name() + "]";
  }
}
