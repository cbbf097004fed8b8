package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.provider.ReferenceItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reference lists of one binding, as they were at one time.
 *
 * @param binding whose
 * @param lists by name
 * @param refreshedAt when fetching them began
 * @since 0.1
 */
public record ReferenceData(
    BindingId binding, Map<String, List<ReferenceItem>> lists, Instant refreshedAt) {
  /** Copies the lists. */
  public ReferenceData {
    Map<String, List<ReferenceItem>> copy = new TreeMap<>();
    lists.forEach((name, items) -> copy.put(name, List.copyOf(items)));
    lists = java.util.Collections.unmodifiableMap(copy);
  }

  /**
   * One list.
   *
   * @throws ConfigurationException naming the lists there are
   */
  public List<ReferenceItem> list(String name) {
    List<ReferenceItem> items = lists.get(name);
    if (items == null) {
      throw new ConfigurationException(
          "There is no reference list '%s'; there are %s.".formatted(name, lists.keySet()));
    }
    return items;
  }

  /** An entry by its id; empty if the list has no such entry any more. */
  public Optional<ReferenceItem> item(String list, String id) {
    return list(list).stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** How old they are, for "Updated 14 minutes ago". */
  public Duration age(Instant now) {
    return Duration.between(refreshedAt, now);
  }

  /** Names and sizes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ReferenceData[").append(binding);
    lists.forEach((name, items) -> text.append(", ").append(name).append('=').append(items.size()));
    return text.append(", at ").append(refreshedAt).append(']').toString();
  }
}
