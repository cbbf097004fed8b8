package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate type to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param name required to create
 * @param active required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ServiceRateTypeDraft(@Nullable String name, @Nullable Boolean active)
    implements SageDraft {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ServiceRateTypeDraft {
    name = Fits.text("name", name, 255);
  }

  /** A builder with nothing set. */
  public static ServiceRateTypeDraftBuilder builder() {
    return ServiceRateTypeDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given().needs("name", name).needs("active", active).missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("name", name);
  }
}
