package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reference lists of one binding, as they were at one time.
 *
 * @param binding whose
 * @param lists by what they are for
 * @param refreshedAt when fetching them began
 * @since 0.1
 */
public record ReferenceData(
    BindingId binding, Map<ReferenceKind, List<ReferenceItem>> lists, Instant refreshedAt) {
  /** Copies the lists. */
  public ReferenceData {
    Map<ReferenceKind, List<ReferenceItem>> copy = new TreeMap<>();
    lists.forEach((kind, items) -> copy.put(kind, List.copyOf(items)));
    lists = Collections.unmodifiableMap(copy);
  }

  /** Whether the provider has such a list. */
  public boolean has(ReferenceKind kind) {
    return lists.containsKey(kind);
  }

  /**
   * One list.
   *
   * @throws ConfigurationException naming the lists there are
   */
  public List<ReferenceItem> list(ReferenceKind kind) {
    List<ReferenceItem> items = lists.get(kind);
    if (items == null) {
      throw new ConfigurationException(
          "There is no reference list '%s'; there are %s.".formatted(kind, lists.keySet()));
    }
    return items;
  }

  /** An entry by its id; empty if the list has no such entry any more. */
  public Optional<ReferenceItem> item(ReferenceKind kind, String id) {
    return list(kind).stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /** How old they are, for "Updated 14 minutes ago". */
  public Duration age(Instant now) {
    return Duration.between(refreshedAt, now);
  }

  /** Names and sizes. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ReferenceData[").append(binding);
    lists.forEach((kind, items) -> text.append(", ").append(kind).append('=').append(items.size()));
    return text.append(", at ").append(refreshedAt).append(']').toString();
  }
}
