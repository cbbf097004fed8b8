package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reference data as the JSON their record holds. */
final class SnapshotCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  private SnapshotCodec() {}

  static byte[] write(ReferenceData data) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("refreshed_at", data.refreshedAt().toEpochMilli());
    ObjectNode lists = json.putObject("lists");
    data.lists()
        .forEach(
            (kind, items) -> {
              ArrayNode list = lists.putArray(kind.name());
              items.forEach(item -> write(list.addObject(), item));
            });
    return JSON.writeValueAsBytes(json);
  }

  private static void write(ObjectNode json, ReferenceItem item) {
    json.put("id", item.id());
    json.put("label", item.label());
    json.put("detail", item.detail());
    json.put("active", item.active());
    ObjectNode facts = json.putObject("facts");
    item.facts().forEach(facts::put);
  }

  static ReferenceData read(StoredRecord stored) {
    try {
      JsonNode json = JSON.readTree(stored.value());
      int format = json.path("format").asInt(0);
      if (format != FORMAT) {
        throw new VaultException(
            "Record %s has format %d; this version of Ledger reads %d."
                .formatted(stored.key(), format, FORMAT),
            null);
      }
      Map<ReferenceKind, List<ReferenceItem>> lists = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> list : json.path("lists").properties()) {
        List<ReferenceItem> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(item(item)));
        lists.put(new ReferenceKind(list.getKey()), items);
      }
      return new ReferenceData(
          new BindingId(stored.key().id()),
          lists,
          Instant.ofEpochMilli(json.path("refreshed_at").asLong(0)));
    } catch (JacksonException | ConfigurationException e) {
      throw new VaultException("Record %s is no reference data.".formatted(stored.key()), e);
    }
  }

  private static ReferenceItem item(JsonNode json) {
    Map<String, String> facts = new LinkedHashMap<>();
    json.path("facts")
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString("")));
    return new ReferenceItem(
        json.path("id").asString(""),
        json.path("label").asString(""),
        json.path("detail").asString(""),
        json.path("active").asBoolean(false),
        facts);
  }
}
