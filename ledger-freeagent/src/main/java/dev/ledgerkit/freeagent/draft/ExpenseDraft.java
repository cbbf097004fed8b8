package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.EcStatus;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.RebillType;
import dev.ledgerkit.freeagent.model.Recurrence;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.SalesTaxStatus;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.model.VehicleType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An expense or a mileage to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param user required to create
 * @param category required to create, unless it is a mileage
 * @param datedOn required to create
 * @param description required to create
 * @param grossValue required unless it is a mileage; negative: owed to the user
 * @param nativeGrossValue in the company's currency
 * @param salesTaxRate FreeAgent takes none in another currency; use {@code manualSalesTaxAmount}
 * @param mileage how far it was; makes it a mileage
 * @param vehicleType required of a mileage
 * @param reclaimMileage 1 if the mileage is claimed
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ExpenseDraft(
    @Nullable Ref<User> user,
    @JsonSerialize(using = MileageOrUrl.class) @Nullable Ref<Category> category,
    @Nullable LocalDate datedOn,
    @Nullable String description,
    @Nullable BigDecimal grossValue,
    @Nullable String currency,
    @Nullable BigDecimal nativeGrossValue,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal salesTaxValue,
    @Nullable BigDecimal nativeSalesTaxValue,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable BigDecimal manualSalesTaxAmount,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable String secondSalesTaxStatus,
    @Nullable EcStatus ecStatus,
    @Nullable String receiptReference,
    @Nullable Ref<Project> project,
    @Nullable RebillType rebillType,
    @Nullable BigDecimal rebillFactor,
    @Nullable Ref<Project> rebillToProject,
    @Nullable Ref<StockItem> stockItem,
    @Nullable String stockItemDescription,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<?> property,
    @Nullable Recurrence recurring,
    @Nullable LocalDate nextRecursOn,
    @Nullable LocalDate recurringEndDate,
    @Nullable AttachmentDraft attachment,
    @Nullable BigDecimal mileage,
    @Nullable VehicleType vehicleType,
    @Nullable String engineType,
    @Nullable String engineSize,
    @Nullable Integer reclaimMileage,
    @Nullable BigDecimal initialRateMileage,
    @Nullable BigDecimal reclaimMileageRate,
    @Nullable BigDecimal rebillMileageRate,
    @Nullable Boolean haveVatReceipt)
    implements VatDated {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ExpenseDraft {
    if (mileage != null && category == null) {
      category = MileageOrUrl.MILEAGE;
    }
    if (ecStatus != null && datedOn != null) {
      ecStatus.check(datedOn, null);
    }
  }

  /** A builder with nothing set. */
  public static ExpenseDraftBuilder builder() {
    return ExpenseDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    Given given =
        new Given()
            .needs("user", user)
            .needs("category", category)
            .needs("dated_on", datedOn)
            .needs("description", description);
    return mileage == null && vehicleType == null
        ? given.needs("gross_value", grossValue).missing()
        : given.needs("mileage", mileage).needs("vehicle_type", vehicleType).missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("description", description);
  }
}
