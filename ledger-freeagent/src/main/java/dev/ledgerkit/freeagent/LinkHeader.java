package dev.ledgerkit.freeagent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Link} header of a list. The documentation quotes relations doubly, what is sent quotes
 * them singly, and a list of one page has an empty header.
 */
final class LinkHeader {
  private static final Pattern RELATION =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s;,]+))");

  private LinkHeader() {}

  /** Whether it names a next page. */
  static boolean hasNext(String header) {
    Matcher relation = RELATION.matcher(header);
    while (relation.find()) {
      for (int quotes = 1; quotes <= 3; quotes++) {
        String names = relation.group(quotes);
        if (names != null && (" " + names + " ").contains(" next ")) {
          return true;
        }
      }
    }
    return false;
  }
}
