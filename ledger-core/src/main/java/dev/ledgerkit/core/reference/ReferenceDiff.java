package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.ReferenceChange;
import dev.ledgerkit.core.ReferenceChange.What;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What appeared, vanished, was renamed or switched between two fetches. */
final class ReferenceDiff {
  private ReferenceDiff() {}

  static List<ReferenceChange> between(ReferenceData before, ReferenceData after) {
    List<ReferenceChange> changes = new ArrayList<>();
    TreeSet<ReferenceKind> kinds = new TreeSet<>(before.lists().keySet());
    kinds.addAll(after.lists().keySet());
    for (ReferenceKind kind : kinds) {
      Map<String, ReferenceItem> old = byId(before, kind);
      Map<String, ReferenceItem> fresh = byId(after, kind);
      fresh.forEach(
          (id, item) -> {
            ReferenceItem was = old.remove(id);
            if (was == null) {
              changes.add(new ReferenceChange(kind.name(), id, What.APPEARED, "", item.label()));
            } else if (!was.label().equals(item.label())) {
              changes.add(
                  new ReferenceChange(kind.name(), id, What.RENAMED, was.label(), item.label()));
            } else if (was.active() != item.active()) {
              changes.add(
                  new ReferenceChange(kind.name(), id, What.SWITCHED, was.label(), item.label()));
            }
          });
      old.forEach(
          (id, item) ->
              changes.add(new ReferenceChange(kind.name(), id, What.VANISHED, item.label(), "")));
    }
    return changes;
  }

  private static Map<String, ReferenceItem> byId(ReferenceData data, ReferenceKind kind) {
    Map<String, ReferenceItem> items = new LinkedHashMap<>();
    data.lists().getOrDefault(kind, List.of()).forEach(item -> items.put(item.id(), item));
    return items;
  }
}
