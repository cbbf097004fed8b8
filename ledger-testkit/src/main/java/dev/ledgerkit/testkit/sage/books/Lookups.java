package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import java.util.List;

/** The lists every business shares, each entry an id and what it is displayed as. */
final class Lookups {

  /** One list; a line of the entries is an id, a space and a name. */
  record Lookup(ResourceSpec spec, String entries) {}

  static final List<Lookup> ALL =
      List.of(
          list(
              "countries",
              """
              GB United Kingdom (GB)
              IE Ireland (IE)
              US United States (US)
              CA Canada (CA)
              FR France (FR)
              DE Germany (DE)
              ES Spain (ES)"""),
          list(
              "country_groups",
              """
              GBIE United Kingdom and Ireland
              EU European Union
              ALL Rest of World"""),
          new Lookup(
              ResourceSpec.lookup("address_regions", "country_id"),
              """
              CA-BC British Columbia
              CA-ON Ontario
              CA-QC Quebec
              US-CA California
              US-NY New York"""),
          list(
              "currencies",
              """
              GBP Pound Sterling (GBP)
              EUR Euro (EUR)
              USD US Dollar (USD)
              CAD Canadian Dollar (CAD)"""),
          list(
              "contact_types",
              """
              CUSTOMER Customer
              VENDOR Vendor"""),
          list(
              "address_types",
              """
              ACCOUNTS Accounts
              SALES Sales
              PURCHASING Purchasing
              DELIVERY Delivery"""),
          list(
              "contact_person_types",
              """
              ACCOUNTS Accounts
              SALES Sales
              PURCHASING Purchasing"""),
          list(
              "catalog_item_types",
              """
              PRODUCT Product
              STOCK_ITEM Stock Item
              SERVICE Service"""),
          list(
              "attachment_context_types",
              """
              SALES_INVOICE Sales Invoice
              SALES_CREDIT_NOTE Sales Credit Note
              PURCHASE_INVOICE Purchase Invoice
              PURCHASE_CREDIT_NOTE Purchase Credit Note
              OTHER_PAYMENT Other Payment
              JOURNAL Journal"""),
          list(
              "payment_methods",
              """
              CREDIT_DEBIT Credit/Debit Card
              CASH Cash
              CHECK Cheque
              ELECTRONIC Electronic
              BANK_RECEIPT Bank Receipt"""),
          list(
              "transaction_types",
              """
              SALES_INVOICE Sales Invoice
              SALES_CREDIT_NOTE Sales Credit Note
              PURCHASE_INVOICE Purchase Invoice
              PURCHASE_CREDIT_NOTE Purchase Credit Note
              CUSTOMER_RECEIPT Customer Receipt
              CUSTOMER_REFUND Customer Refund
              CUSTOMER_ALLOCATION Customer Allocation
              VENDOR_PAYMENT Vendor Payment
              VENDOR_REFUND Vendor Refund
              VENDOR_ALLOCATION Vendor Allocation
              OTHER_PAYMENT Other Payment
              OTHER_PAYMENT_REFUND Other Payment Refund
              OTHER_RECEIPT Other Receipt
              OTHER_RECEIPT_REFUND Other Receipt Refund
              BANK_TRANSFER Bank Transfer
              JOURNAL Journal"""),
          list(
              "artefact_statuses",
              """
              UNPAID Unpaid
              PART_PAID Part Paid
              PAID Paid
              VOID Void
              DRAFT Draft
              PRO_FORMA Pro Forma
              DISPUTED Disputed
              DECLINED Declined"""),
          list(
              "bank_account_types",
              """
              CHECKING Current
              SAVINGS Savings
              CREDIT_CARD Credit Card
              CASH_IN_HAND Cash in Hand
              LOAN Loan
              OTHER Other"""),
          list(
              "ledger_account_types",
              """
              SALES Sales
              OTHER_INCOME Other Income
              DIRECT_EXPENSES Direct Expenses
              OVERHEADS Overheads
              DEPRECIATION Depreciation
              CURRENT_ASSETS Current Assets
              FIXED_ASSETS Fixed Assets
              FUTURE_ASSETS Future Assets
              BANK Bank
              CURRENT_LIABILITY Current Liability
              FUTURE_LIABILITY Future Liability
              EQUITY Equity
              LINE_OF_CREDIT Line of Credit
              TAXES Taxes
              SPECIAL Special"""));

  private Lookups() {}

  private static Lookup list(String path, String entries) {
    return new Lookup(ResourceSpec.lookup(path), entries);
  }
}
