package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.freeagent.model.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What money was for, of which an explanation names one. */
record Explained(String field, @Nullable Ref<?> named) {
  static void check(List<Explained> all) {
    List<String> given =
        all.stream().filter(each -> each.named != null).map(Explained::field).toList();
    if (given.size() > 1) {
      throw new ConfigurationException(
          "An explanation that names %s is refused: FreeAgent takes one of them; make an explanation for each."
              .formatted(String.join(" and ", given)));
    }
  }
}
