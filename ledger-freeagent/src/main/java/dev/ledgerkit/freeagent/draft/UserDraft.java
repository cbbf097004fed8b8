package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.DecimalAsNumber;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.UserRole;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A user to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param email required to create
 * @param firstName required to create
 * @param lastName required to create
 * @param role required to create
 * @param openingMileage required to create
 * @param permissionLevel 0 for nothing to 8 for everything
 * @param sendInvitation whether FreeAgent invites them; passwords cannot be set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record UserDraft(
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable UserRole role,
    @JsonSerialize(using = DecimalAsNumber.class) @Nullable BigDecimal openingMileage,
    @Nullable Integer permissionLevel,
    @Nullable String niNumber,
    @Nullable String uniqueTaxReference,
    @Nullable Boolean sendInvitation)
    implements Draft {

  /** A builder with nothing set. */
  public static UserDraftBuilder builder() {
    return UserDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("email", email)
        .needs("first_name", firstName)
        .needs("last_name", lastName)
        .needs("role", role)
        .needs("opening_mileage", openingMileage)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("email", email);
  }
}
