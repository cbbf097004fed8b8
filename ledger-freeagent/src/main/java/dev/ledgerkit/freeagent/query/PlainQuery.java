package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How to list what cannot be filtered. Immutable, so safe for use by many threads.
 *
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PlainQuery(@Nullable Integer perPage) implements ListQuery {
  /**
   * Checks the size.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public PlainQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static PlainQueryBuilder builder() {
    return PlainQueryBuilder.builder();
  }
}
