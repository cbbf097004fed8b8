package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the user who gave the grant to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record SageUserDraft(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String initials,
    @Nullable String email,
    @Nullable String locale)
    implements SageDraft {

  /** A builder with nothing set. */
  public static SageUserDraftBuilder builder() {
    return SageUserDraftBuilder.builder();
  }

  /** Empty: it exists already and is only changed. */
  @Override
  public List<String> missing() {
    return List.of();
  }
}
