package dev.ledgerkit.testkit.sage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the provider's reference says of one resource, as a table row.
 *
 * @param path the collection's path without slash
 * @param envelope the key a write is wrapped in, blank for a read-only resource
 * @param verbs verbs of the collection and of one entity: {@code L}ist, {@code C}reate, {@code
 *     G}et, {@code U}pdate, {@code D}elete
 * @param required fields a create must send
 * @param lines the field that holds lines, blank if none
 * @param lineRequired fields each line must send
 * @param lengths longest value by field
 * @param references resource an {@code _id} field points at
 * @param filters query parameters a list understands beside paging
 * @param sorts fields a list can be sorted by
 * @param keyed whether a create honours {@code idempotency_id}
 */
record ResourceSpec(
    String path,
    String envelope,
    String verbs,
    List<String> required,
    String lines,
    List<String> lineRequired,
    Map<String, Integer> lengths,
    Map<String, String> references,
    Set<String> filters,
    Set<String> sorts,
    boolean keyed) {

  static ResourceSpec lookup(String path, String... filters) {
    return new ResourceSpec(
        path,
        "",
        "LG",
        List.of(),
        "",
        List.of(),
        Map.of(),
        Map.of(),
        Set.of(filters),
        Set.of(),
        false);
  }

  boolean allows(char verb) {
    return verbs.indexOf(verb) >= 0;
  }
}
