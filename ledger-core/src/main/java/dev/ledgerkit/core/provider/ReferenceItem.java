package dev.ledgerkit.core.provider;

import java.util.Map;

/**
 * One entry of a reference list, as a dropdown shows it.
 *
 * @param id what a mapping stores
 * @param label what a person reads
 * @param detail what tells two alike apart: a percentage, a nominal code, a currency; may be empty
 * @param active whether it may be chosen for something new
 * @param facts what else the provider says of it, by the provider's own field names and in its own
 *     text; the provider's typed view reads them
 * @since 0.1
 */
public record ReferenceItem(
    String id, String label, String detail, boolean active, Map<String, String> facts) {

  /** Copies the facts. */
  public ReferenceItem {
    facts = Map.copyOf(facts);
  }

  /** An entry of which nothing else is known. */
  public ReferenceItem(String id, String label, String detail, boolean active) {
    this(id, label, detail, active, Map.of());
  }
}
