package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person to write on a contact.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactPersonDraft(
    @Nullable List<String> contactPersonTypeIds,
    @Nullable String name,
    @Nullable String jobTitle,
    @Nullable String telephone,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String fax,
    @Nullable Boolean isMainContact,
    @Nullable String addressId,
    @Nullable Boolean isPreferredContact) {

  /** Copies the lists. */
  public ContactPersonDraft {
    contactPersonTypeIds = Given.copy(contactPersonTypeIds);
  }

  /** A builder with nothing set. */
  public static ContactPersonDraftBuilder builder() {
    return ContactPersonDraftBuilder.builder();
  }
}
