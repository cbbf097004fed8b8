package dev.ledgerkit.testkit.sage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists every business shares, and a small chart of accounts. */
final class Lookups {
  static final Map<String, Map<String, String>> TABLES =
      Map.of(
          "countries",
              entries(
                  "GB",
                  "United Kingdom (GB)",
                  "IE",
                  "Ireland (IE)",
                  "US",
                  "United States (US)",
                  "CA",
                  "Canada (CA)",
                  "FR",
                  "France (FR)",
                  "DE",
                  "Germany (DE)",
                  "ES",
                  "Spain (ES)"),
          "currencies",
              entries(
                  "GBP",
                  "Pound Sterling (GBP)",
                  "EUR",
                  "Euro (EUR)",
                  "USD",
                  "US Dollar (USD)",
                  "CAD",
                  "Canadian Dollar (CAD)"),
          "contact_types", entries("CUSTOMER", "Customer", "VENDOR", "Vendor"),
          "payment_methods",
              entries(
                  "CREDIT_DEBIT",
                  "Credit/Debit Card",
                  "CASH",
                  "Cash",
                  "CHECK",
                  "Cheque",
                  "ELECTRONIC",
                  "Electronic",
                  "BANK_RECEIPT",
                  "Bank Receipt"),
          "transaction_types",
              entries(
                  "SALES_INVOICE",
                  "Sales Invoice",
                  "CUSTOMER_RECEIPT",
                  "Customer Receipt",
                  "CUSTOMER_REFUND",
                  "Customer Refund",
                  "CUSTOMER_ALLOCATION",
                  "Customer Allocation",
                  "VENDOR_PAYMENT",
                  "Vendor Payment",
                  "VENDOR_REFUND",
                  "Vendor Refund",
                  "VENDOR_ALLOCATION",
                  "Vendor Allocation",
                  "JOURNAL",
                  "Journal"),
          "artefact_statuses",
              entries(
                  "UNPAID",
                  "Unpaid",
                  "PART_PAID",
                  "Part Paid",
                  "PAID",
                  "Paid",
                  "VOID",
                  "Void",
                  "DRAFT",
                  "Draft",
                  "PRO_FORMA",
                  "Pro Forma",
                  "DISPUTED",
                  "Disputed",
                  "DECLINED",
                  "Declined"),
          "bank_account_types",
              entries(
                  "CHECKING",
                  "Current",
                  "SAVINGS",
                  "Savings",
                  "CREDIT_CARD",
                  "Credit Card",
                  "CASH_IN_HAND",
                  "Cash in Hand",
                  "LOAN",
                  "Loan",
                  "OTHER",
                  "Other"),
          "ledger_account_types",
              entries(
                  "SALES",
                  "Sales",
                  "OTHER_INCOME",
                  "Other Income",
                  "DIRECT_EXPENSES",
                  "Direct Expenses",
                  "OVERHEADS",
                  "Overheads",
                  "DEPRECIATION",
                  "Depreciation",
                  "CURRENT_ASSETS",
                  "Current Assets",
                  "FIXED_ASSETS",
                  "Fixed Assets",
                  "FUTURE_ASSETS",
                  "Future Assets",
                  "BANK",
                  "Bank",
                  "CURRENT_LIABILITY",
                  "Current Liability",
                  "FUTURE_LIABILITY",
                  "Future Liability",
                  "EQUITY",
                  "Equity",
                  "LINE_OF_CREDIT",
                  "Line of Credit",
                  "TAXES",
                  "Taxes",
                  "SPECIAL",
                  "Special"));

  /** One account of the chart a business starts with. */
  record Account(int code, String name, String type, String group) {}

  static final List<Account> CHART =
      List.of(
          new Account(4000, "Sales - Products", "SALES", "INCOME"),
          new Account(4010, "Sales - Services", "SALES", "INCOME"),
          new Account(4020, "Sales - Online", "SALES", "INCOME"),
          new Account(4030, "Sales - Export", "SALES", "INCOME"),
          new Account(4040, "Carriage on Sales", "SALES", "INCOME"),
          new Account(4900, "Other Income", "OTHER_INCOME", "INCOME"),
          new Account(4910, "Interest Received", "OTHER_INCOME", "INCOME"),
          new Account(5000, "Cost of Goods", "DIRECT_EXPENSES", "EXPENSE"),
          new Account(5010, "Packaging", "DIRECT_EXPENSES", "EXPENSE"),
          new Account(5020, "Carriage on Purchases", "DIRECT_EXPENSES", "EXPENSE"),
          new Account(6000, "Advertising", "OVERHEADS", "EXPENSE"),
          new Account(6010, "Card Fees", "OVERHEADS", "EXPENSE"),
          new Account(7000, "Wages", "OVERHEADS", "EXPENSE"),
          new Account(7100, "Rent", "OVERHEADS", "EXPENSE"),
          new Account(7200, "Electricity", "OVERHEADS", "EXPENSE"),
          new Account(7300, "Vehicle Fuel", "OVERHEADS", "EXPENSE"),
          new Account(7400, "Travel", "OVERHEADS", "EXPENSE"),
          new Account(7500, "Office Stationery", "OVERHEADS", "EXPENSE"),
          new Account(7510, "Telephone", "OVERHEADS", "EXPENSE"),
          new Account(7600, "Accountancy Fees", "OVERHEADS", "EXPENSE"),
          new Account(7900, "Bank Charges", "OVERHEADS", "EXPENSE"),
          new Account(8000, "Depreciation", "DEPRECIATION", "EXPENSE"),
          new Account(30, "Office Equipment", "FIXED_ASSETS", "ASSET"),
          new Account(40, "Furniture", "FIXED_ASSETS", "ASSET"),
          new Account(1001, "Stock", "CURRENT_ASSETS", "ASSET"),
          new Account(1100, "Trade Debtors", "CURRENT_ASSETS", "ASSET"),
          new Account(2100, "Trade Creditors", "CURRENT_LIABILITY", "LIABILITY"),
          new Account(2200, "VAT on Sales", "TAXES", "LIABILITY"),
          new Account(2201, "VAT on Purchases", "TAXES", "LIABILITY"),
          new Account(3000, "Share Capital", "EQUITY", "EQUITY"));

  private Lookups() {}

  private static Map<String, String> entries(String... idsAndNames) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (int i = 0; i < idsAndNames.length; i += 2) {
      entries.put(idsAndNames[i], idsAndNames[i + 1]);
    }
    return entries;
  }
}
