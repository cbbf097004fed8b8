package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.DecimalAsNumber;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.StatementEntryType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A line of a bank statement to upload.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param datedOn required
 * @param amount negative for money out; sent as a number, since FreeAgent takes no text here
 * @param fitid what tells it from others; comes back as {@code transaction_id}
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record StatementLine(
    @Nullable LocalDate datedOn,
    @JsonSerialize(using = DecimalAsNumber.class) @Nullable BigDecimal amount,
    @Nullable String description,
    @Nullable String fitid,
    @Nullable StatementEntryType transactionType) {

  /** A builder with nothing set. */
  public static StatementLineBuilder builder() {
    return StatementLineBuilder.builder();
  }

  /** The fields an upload needs and this line does not have. */
  public List<String> missing() {
    return new Given().needs("dated_on", datedOn).missing();
  }
}
