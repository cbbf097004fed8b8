package dev.ledgerkit.testkit.sage.table;

import java.util.List;

/**
 * One field a client may write: what it is called, what it may hold, and whether a create needs it.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param target the resource a reference points at; of a flag, its value when it is left out
 * @param longest most characters of a text
 * @param parts the fields inside an object or a line
 * @since 0.1
 */
public record Field(
    String name, Kind kind, int longest, String target, boolean required, List<Field> parts) {

  /** What the wire may carry in it. */
  public enum Kind {
    TEXT,
    DECIMAL,
    INTEGER,
    DATE,
    FLAG,
    REFERENCE,
    REFERENCES,
    OBJECT,
    LINES
  }

  public static Field text(String name, int longest) {
    return new Field(name, Kind.TEXT, longest, "", false, List.of());
  }

  public static Field text(String name) {
    return text(name, 255);
  }

  public static Field decimal(String name) {
    return plain(name, Kind.DECIMAL, "");
  }

  public static Field integer(String name) {
    return plain(name, Kind.INTEGER, "");
  }

  public static Field date(String name) {
    return plain(name, Kind.DATE, "");
  }

  public static Field flag(String name) {
    return plain(name, Kind.FLAG, "false");
  }

  /** A flag that is set unless the client says otherwise. */
  public static Field flagSet(String name) {
    return plain(name, Kind.FLAG, "true");
  }

  /** {@code name_id}: one row of another resource. */
  public static Field reference(String name, String target) {
    return plain(name, Kind.REFERENCE, target);
  }

  /** {@code name_ids}: some rows of another resource. */
  public static Field references(String name, String target) {
    return plain(name, Kind.REFERENCES, target);
  }

  public static Field object(String name, Field... parts) {
    return new Field(name, Kind.OBJECT, 0, "", false, List.of(parts));
  }

  public static Field lines(String name, Field... parts) {
    return new Field(name, Kind.LINES, 0, "", false, List.of(parts));
  }

  private static Field plain(String name, Kind kind, String target) {
    return new Field(name, kind, 0, target, false, List.of());
  }

  /** The same field, and a create that leaves it out is refused. */
  public Field must() {
    return new Field(name, kind, longest, target, true, parts);
  }

  /** What a read calls it: references lose their {@code _id}. */
  public String shown() {
    return switch (kind) {
      case REFERENCE -> name.substring(0, name.length() - "_id".length());
      case REFERENCES -> name.substring(0, name.length() - "_ids".length()) + "s";
      default -> name;
    };
  }

  /** What a problem in one of its parts calls it: the lines of every document have one name. */
  public String source() {
    return name.equals("invoice_lines") || name.equals("credit_note_lines") ? "line_items" : name;
  }
}
