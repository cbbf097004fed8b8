package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.SalesInvoiceDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.query.BankAccountQuery;
import dev.ledgerkit.sage.query.ContactAllocationQuery;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.LedgerAccountQuery;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;
import dev.ledgerkit.sage.query.TaxRateQuery;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts and queries against the names Sage's own schema gives fields and filters. */
class DocumentedNamesTest {
  private static final Map<String, Class<?>> DRAFTS =
      Map.of(
          "Contacts", ContactDraft.class,
          "SalesInvoices", SalesInvoiceDraft.class,
          "TaxRates", TaxRateDraft.class,
          "LedgerAccounts", LedgerAccountDraft.class,
          "BankAccounts", BankAccountDraft.class,
          "ContactPayments", ContactPaymentDraft.class,
          "ContactAllocations", ContactAllocationDraft.class);

  private static final Map<String, Class<?>> QUERIES =
      Map.of(
          "/contacts", ContactQuery.class,
          "/sales_invoices", SalesInvoiceQuery.class,
          "/tax_rates", TaxRateQuery.class,
          "/ledger_accounts", LedgerAccountQuery.class,
          "/bank_accounts", BankAccountQuery.class,
          "/contact_payments", ContactPaymentQuery.class,
          "/contact_allocations", ContactAllocationQuery.class);

  @ParameterizedTest
  @CsvSource({
    "Contacts",
    "SalesInvoices",
    "TaxRates",
    "LedgerAccounts",
    "BankAccounts",
    "ContactPayments",
    "ContactAllocations",
  })
  void draft_fields_areTheDocumentedOnes(String model) {
    DocumentedNames.assertDraft(model, DRAFTS.get(model));
  }

  @ParameterizedTest
  @CsvSource({
    "/contacts",
    "/sales_invoices",
    "/tax_rates",
    "/ledger_accounts",
    "/bank_accounts",
    "/contact_payments",
    "/contact_allocations",
  })
  void query_filters_areTheDocumentedOnes(String path) {
    DocumentedNames.assertQuery(path, QUERIES.get(path));
  }
}
