package dev.ledgerkit.connector;

import java.util.Comparator;
import java.util.List;

/** The known name that somebody probably meant. */
final class NearestName {
  private NearestName() {}

  /** The one that fewest inserted, deleted or replaced letters lead to. */
  static String of(String name, List<String> known) {
    String bare = ConnectionProperty.bare(name);
    return known.stream()
        .min(Comparator.comparingInt(each -> distance(bare, ConnectionProperty.bare(each))))
        .orElseThrow();
  }

  /** Levenshtein's distance, row by row. */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
