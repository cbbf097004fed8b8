package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the business to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BusinessSettingsDraft(
    @Nullable String siret,
    @Nullable Boolean managementCentreMember,
    @Nullable String rcsNumber,
    @Nullable BigDecimal shareCapital,
    @Nullable String businessActivityTypeId,
    @Nullable String legalFormTypeId,
    @Nullable Boolean auxiliaryAccountsVisible,
    @Nullable String businessTypeId,
    @Nullable String countryOfRegistrationId,
    @Nullable Boolean wizardComplete,
    @Nullable DefaultLedgerAccountsDraft defaultLedgerAccounts)
    implements SageDraft {

  /** A builder with nothing set. */
  public static BusinessSettingsDraftBuilder builder() {
    return BusinessSettingsDraftBuilder.builder();
  }

  /** Empty: it exists already and is only changed. */
  @Override
  public List<String> missing() {
    return List.of();
  }
}
