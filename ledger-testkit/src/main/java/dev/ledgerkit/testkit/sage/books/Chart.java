package dev.ledgerkit.testkit.sage.books;

import java.util.List;

/** The accounts a business starts with. */
final class Chart {

  /** One account of the chart a business starts with. */
  record Account(int code, String name, String type, String group) {}

  static final List<Account> ACCOUNTS =
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
          new Account(1200, "Bank Current", "BANK", "ASSET"),
          new Account(1001, "Stock", "CURRENT_ASSETS", "ASSET"),
          new Account(1100, "Trade Debtors", "CURRENT_ASSETS", "ASSET"),
          new Account(2100, "Trade Creditors", "CURRENT_LIABILITY", "LIABILITY"),
          new Account(2200, "VAT on Sales", "TAXES", "LIABILITY"),
          new Account(2201, "VAT on Purchases", "TAXES", "LIABILITY"),
          new Account(3000, "Share Capital", "EQUITY", "EQUITY"));

  private Chart() {}
}
