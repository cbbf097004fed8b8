package dev.ledgerkit.sage;

import static dev.ledgerkit.sage.SharedExamples.assertEquals;
import static dev.ledgerkit.sage.SharedExamples.createBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.sage.draft.BankTransferDraft;
import dev.ledgerkit.sage.draft.OtherPaymentDraft;
import dev.ledgerkit.sage.draft.OtherPaymentLineDraft;
import dev.ledgerkit.sage.model.TransactionType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payloads of payments that settle no document. */
class PaymentExampleTest {

  @Test
  void otherPayment_createRefund_equalsTheGuide() {
    OtherPaymentDraft draft =
        OtherPaymentDraft.builder()
            .transactionTypeId(TransactionType.OTHER_RECEIPT_REFUND)
            .paymentMethodId("CREDIT_DEBIT")
            .contactId("521229b29af04f3682d85b0d43ef5361")
            .bankAccountId("19e5f9768c9542ef840ab7532e231215")
            .date(LocalDate.of(2024, 10, 31))
            .totalAmount(new BigDecimal("100.00"))
            .paymentLines(
                List.of(
                    OtherPaymentLineDraft.builder()
                        .ledgerAccountId("7a5ecfcf884911ed84fa0252b90cda0d")
                        .taxRateId("GB_STANDARD")
                        .netAmount(new BigDecimal("83.33"))
                        .taxAmount(new BigDecimal("16.67"))
                        .totalAmount(new BigDecimal("100.00"))
                        .build()))
            .build();

    assertEquals(
        "examples-official/other-payment-receipt-refund-create.json",
        createBody("other_payment", draft));
  }

  @Test
  void bankTransfer_create_sendsWhatIsSet() {
    BankTransferDraft draft =
        BankTransferDraft.builder()
            .fromBankAccountId("b1")
            .toBankAccountId("b2")
            .date(LocalDate.of(2025, 1, 6))
            .amount(new BigDecimal("12.50"))
            .build();

    assertThat(createBody("bank_transfer", draft))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"bank_transfer\":{\"from_bank_account_id\":\"b1\",\"to_bank_account_id\":\"b2\","
                + "\"date\":\"2025-01-06\",\"amount\":\"12.50\"}}");
  }
}
