package dev.ledgerkit.testkit.freeagent.books;

import java.util.List;
import java.util.Set;

/**
 * What the provider's reference says of one resource, as a table row.
 *
 * @param path the collection's path without slash
 * @param root the singular name a write and a single read are wrapped in
 * @param level the permission level that may use it
 * @param verbs {@code L}ist, {@code C}reate, {@code G}et, {@code U}pdate, {@code D}elete
 * @param fields what a client may write
 * @param views what the filter "view" understands, the default first; empty if it has none
 * @param sorts what the parameter "sort" understands, the default first; empty for the order of
 *     creation
 * @param links filters that take a URL, by the field they compare
 * @param dated the field {@code from_date} and {@code to_date} look at, blank if there are none
 * @param since whether {@code updated_since} is understood
 */
record Spec(
    String path,
    String root,
    int level,
    String verbs,
    List<Field> fields,
    List<String> views,
    List<String> sorts,
    Set<String> links,
    String dated,
    boolean since) {

  static Spec of(String path, String root, int level, String verbs, String fields) {
    return new Spec(
        path, root, level, verbs, Field.table(fields), List.of(), List.of(), Set.of(), "", true);
  }

  Spec views(String... names) {
    return new Spec(path, root, level, verbs, fields, List.of(names), sorts, links, dated, since);
  }

  Spec sorts(String... names) {
    return new Spec(path, root, level, verbs, fields, views, List.of(names), links, dated, since);
  }

  Spec links(String... names) {
    return new Spec(path, root, level, verbs, fields, views, sorts, Set.of(names), dated, since);
  }

  Spec dated(String field) {
    return new Spec(path, root, level, verbs, fields, views, sorts, links, field, since);
  }

  /** {@code updated_since} is ignored, as it is where the reference does not name it. */
  Spec withoutSince() {
    return new Spec(path, root, level, verbs, fields, views, sorts, links, dated, false);
  }

  boolean allows(char verb) {
    return verbs.indexOf(verb) >= 0;
  }
}
