package dev.ledgerkit.testkit.freeagent.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One attribute a client may write, as a line of a table: {@code name kind}, with {@code !} where a
 * create must send it.
 *
 * @param name the provider's name
 * @param kind how it is read and shown
 * @param of the resource a link points at
 * @param required whether a create must send it
 * @param values what a closed list allows, empty otherwise
 */
record Field(String name, Kind kind, String of, boolean required, Set<String> values) {

  enum Kind {
    TEXT,
    /** Comes as number or string, goes out as string. */
    DECIMAL,
    /** One of the few decimals that go out as JSON numbers. */
    NUMBER,
    INTEGER,
    FLAG,
    DATE,
    /** A URL of this company. */
    LINK,
    /** As a link, and a bare id does too. */
    LOOSE_LINK,
    /** One of a closed list. */
    ONE_OF
  }

  /**
   * Reads a table. Kinds: {@code text decimal number integer flag date link:path loose:path
   * one:A|B}.
   */
  static List<Field> table(String lines) {
    List<Field> fields = new ArrayList<>();
    lines
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> fields.add(line(line.strip().split("\\s+", 2))));
    return List.copyOf(fields);
  }

  private static Field line(String[] nameAndKind) {
    String name = nameAndKind[0];
    boolean required = name.endsWith("!");
    String[] kind = nameAndKind[1].split(":", 2);
    String argument = kind.length == 2 ? kind[1] : "";
    return new Field(
        required ? name.substring(0, name.length() - 1) : name,
        switch (kind[0]) {
          case "text" -> Kind.TEXT;
          case "decimal" -> Kind.DECIMAL;
          case "number" -> Kind.NUMBER;
          case "integer" -> Kind.INTEGER;
          case "flag" -> Kind.FLAG;
          case "date" -> Kind.DATE;
          case "link" -> Kind.LINK;
          case "loose" -> Kind.LOOSE_LINK;
          case "one" -> Kind.ONE_OF;
          default -> throw new IllegalArgumentException("No kind " + kind[0] + ".");
        },
        argument,
        required,
        kind[0].equals("one") ? Set.of(argument.split("\\|")) : Set.of());
  }
}
