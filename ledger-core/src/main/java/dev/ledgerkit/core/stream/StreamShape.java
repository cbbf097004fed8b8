package dev.ledgerkit.core.stream;

import java.util.List;

/**
 * What a stream is: its name, its fields, and what its feeds can and cannot do.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param name under the provider's own name, for example {@code sales_invoices}
 * @param group what it is about
 * @param primaryKey the field that tells its records apart within a business
 * @param changes whether a feed tells what was created or changed since a moment. What the provider
 *     computes from something else may change untold; where that is a matter of every day this is
 *     false
 * @param deletions how it tells of what was deleted
 * @param steadyPages whether reading page by page loses no record although others come and go
 *     meanwhile; where it is false a reader counts, and reads again
 * @param fields those that are known by type; records carry more
 * @since 0.1
 */
public record StreamShape(
    String name,
    StreamGroup group,
    String primaryKey,
    boolean changes,
    Deletions deletions,
    boolean steadyPages,
    List<StreamField> fields) {
  /** Copies the fields. */
  public StreamShape {
    fields = List.copyOf(fields);
  }
}
