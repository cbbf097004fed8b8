package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamFields;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.freeagent.model.Category;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Categories: one answer, in branches, whose name goes into each record as {@code branch}. */
final class CategoryStream implements RecordStream {
  private static final StreamShape SHAPE =
      new StreamShape(
          "categories",
          StreamGroup.FINANCIAL,
          RawList.KEY,
          false,
          Deletions.UNTOLD,
          true,
          StreamFields.of(Category.class));

  private final BindingCalls calls;

  CategoryStream(BindingCalls calls) {
    this.calls = calls;
  }

  @Override
  public StreamShape shape() {
    return SHAPE;
  }

  @Override
  public Paged<StreamRecord> all() {
    return Paged.of(
        cursor -> {
          List<StreamRecord> records =
              calls.send(
                  ApiRequest.get("/categories").query("sub_accounts", true).build(),
                  CategoryStream::records);
          return new Page<>(records, null, records.size(), List.of());
        });
  }

  private static List<StreamRecord> records(byte[] body) {
    List<StreamRecord> records = new ArrayList<>();
    FreeAgentJson.WIRE
        .tree(body)
        .forEachEntry(
            (branch, categories) -> {
              for (JsonNode category : categories) {
                records.add(RawList.record(((ObjectNode) category).put("branch", branch)));
              }
            });
    return records;
  }

  @Override
  public Paged<StreamRecord> changedSince(Instant since) {
    throw new ConfigurationException(
        "FreeAgent does not tell which categories changed; read the whole list.");
  }

  @Override
  public Paged<String> deletedSince(Instant since) {
    throw RawList.untold(SHAPE.name());
  }

  @Override
  public long stated() {
    return all().first().total();
  }

  @Override
  public String toString() {
    return "CategoryStream";
  }
}
