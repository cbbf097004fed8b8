package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person to create, to change, or to write on a contact.
 *
 * <p>What a create needs is not needed where a person is part of another record.
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
    @Nullable Boolean isPreferredContact)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ContactPersonDraft {
    name = Fits.text("name", name, 50);
    jobTitle = Fits.text("job_title", jobTitle, 50);
    telephone = Fits.text("telephone", telephone, 50);
    mobile = Fits.text("mobile", mobile, 50);
    email = Fits.text("email", email, 100);
    fax = Fits.text("fax", fax, 50);
    contactPersonTypeIds = Given.copy(contactPersonTypeIds);
  }

  /** A builder with nothing set. */
  public static ContactPersonDraftBuilder builder() {
    return ContactPersonDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("address_id", addressId)
        .needs("name", name)
        .needs("contact_person_type_ids", contactPersonTypeIds)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("name", name);
  }
}
