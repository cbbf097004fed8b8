package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to read on in a list: a page, and the last records given before it.
 *
 * <p>FreeAgent counts in pages only, and rows shift between them while a list changes. So the next
 * page is one of another size that begins before the last one ended: a record given before must be
 * on it, or the list has shifted.
 *
 * @param page counted from 1
 * @param size its rows
 * @param given the ids of the last records given, the latest last
 */
record ListWindow(int page, int size, List<String> given) {
  /** So many latest records are known: two of them may be deleted without harm. */
  static final int REMEMBERED = 3;

  private static final Pattern CURSOR =
      Pattern.compile("[1-9][0-9]{0,7}x[1-9][0-9]{0,2}(~[A-Za-z0-9_-]{1,100}){0,3}");

  ListWindow {
    given = List.copyOf(given);
  }

  static ListWindow first(int size) {
    return new ListWindow(1, size, List.of());
  }

  /** The window a cursor names; the first one for null. */
  static ListWindow of(@Nullable String cursor, int size) {
    if (cursor == null) {
      return first(size);
    }
    if (!CURSOR.matcher(cursor).matches()) {
      throw new ConfigurationException(
          "'%s' is not a place in a FreeAgent list; pass what Page.next() named."
              .formatted(cursor));
    }
    String[] parts = cursor.split("~", -1);
    int cross = parts[0].indexOf('x');
    return new ListWindow(
        Integer.parseInt(parts[0].substring(0, cross)),
        Integer.parseInt(parts[0].substring(cross + 1)),
        List.of(parts).subList(1, parts.length));
  }

  /** How many rows lie before its end. */
  long end() {
    return (long) page * size;
  }

  ListWindow at(int otherPage) {
    return new ListWindow(otherPage, size, given);
  }

  /**
   * The window after this one: of all that begin on a row before its end, the one that reaches
   * furthest. Without anything to recognise it is simply the next page.
   *
   * @param mostRows how many rows a page may have
   */
  ListWindow after(List<String> nowGiven, int mostRows) {
    if (nowGiven.isEmpty()) {
      return new ListWindow(page + 1, size, nowGiven);
    }
    int bestSize = size;
    long bestEnd = end();
    for (int rows = mostRows; rows > mostRows / 2; rows--) {
      long reaches = (end() - 1) / rows * rows + rows;
      if (reaches > bestEnd) {
        bestEnd = reaches;
        bestSize = rows;
      }
    }
    return new ListWindow(Math.toIntExact(bestEnd / bestSize), bestSize, nowGiven);
  }

  /** As {@link dev.ledgerkit.core.http.Page#next()} names it. */
  String cursor() {
    return page + "x" + size + (given.isEmpty() ? "" : "~" + String.join("~", given));
  }
}
