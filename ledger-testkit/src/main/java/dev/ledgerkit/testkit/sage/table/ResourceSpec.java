package dev.ledgerkit.testkit.sage.table;

import java.util.List;
import java.util.Set;

/**
 * What the provider's reference says of one resource, as a table row.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param path the collection's path without slash
 * @param envelope the key a write is wrapped in, blank for a read-only resource
 * @param verbs verbs of the collection and of one entity: {@code L}ist, {@code C}reate, {@code
 *     G}et, {@code U}pdate, {@code D}elete; {@code S} for settings, of which there is one without
 *     id
 * @param fields what a write may carry
 * @param shownAs the field whose value is the display name, blank if the rules write it
 * @param filters query parameters a list understands beside paging
 * @param sorts fields a list can be sorted by
 * @param keyed whether a create honours {@code idempotency_id}
 * @param numbered whether creates are numbered, and so must not run in parallel
 * @param includes resources a list shows too
 * @since 0.1
 */
public record ResourceSpec(
    String path,
    String envelope,
    String verbs,
    List<Field> fields,
    String shownAs,
    Set<String> filters,
    Set<String> sorts,
    boolean keyed,
    boolean numbered,
    List<String> includes) {

  public static ResourceSpec of(String path, String envelope, String verbs, Field... fields) {
    return new ResourceSpec(
        path, envelope, verbs, List.of(fields), "", Set.of(), Set.of(), false, false, List.of());
  }

  /** A read-only resource. */
  public static ResourceSpec lookup(String path, String... filters) {
    return of(path, "", "LG").filters(filters);
  }

  /** Settings: one of each business. */
  public static ResourceSpec settings(String name, Field... fields) {
    return of(name, name, "SU", fields);
  }

  public ResourceSpec filters(String... names) {
    return new ResourceSpec(
        path, envelope, verbs, fields, shownAs, Set.of(names), sorts, keyed, numbered, includes);
  }

  public ResourceSpec sorts(String... names) {
    return new ResourceSpec(
        path, envelope, verbs, fields, shownAs, filters, Set.of(names), keyed, numbered, includes);
  }

  public ResourceSpec shownAs(String field) {
    return new ResourceSpec(
        path, envelope, verbs, fields, field, filters, sorts, keyed, numbered, includes);
  }

  /** A create honours {@code idempotency_id}. */
  public ResourceSpec withKey() {
    return new ResourceSpec(
        path, envelope, verbs, fields, shownAs, filters, sorts, true, numbered, includes);
  }

  /** Creates must not run in parallel. */
  public ResourceSpec withNumber() {
    return new ResourceSpec(
        path, envelope, verbs, fields, shownAs, filters, sorts, keyed, true, includes);
  }

  public ResourceSpec including(String... paths) {
    return new ResourceSpec(
        path, envelope, verbs, fields, shownAs, filters, sorts, keyed, numbered, List.of(paths));
  }

  public boolean allows(char verb) {
    return verbs.indexOf(verb) >= 0;
  }
}
