package dev.ledgerkit.testkit.freeagent.books;

import java.util.List;

/** The categories a new limited company in the United Kingdom has. */
final class Chart {
  /** Nominal code, tax (standard, zero, outside), allowable, description, reporting name. */
  private static final String LINES =
      """
      001|S|-|Sales|
      101|S|y|Cost of Sales|Purchases
      102|S|y|Commission Paid|Commissions Payable
      103|S|y|Materials|Purchases
      104|S|y|Equipment Hire|Material Costs
      150|S|y|Subcontractor Costs|Subcontractor Costs
      249|S|y|Mileage|Vehicle running costs
      250|S|y|Office Costs|General maintenance
      251|S|y|Rent|Rent of premises
      268|S|y|Web Hosting|Computer software costs
      269|S|y|Computer Software|Computer software costs
      270|S|y|Computer Hardware|IT and computer consumables
      271|S|y|Office Equipment|Consumable items
      272|S|y|Other Computer Costs|Computer software costs
      273|S|y|Internet & Telephone|Telecommunications costs
      274|S|y|Mobile Phone|Telecommunications costs
      276|S|y|Printing|Printing costs
      277|S|y|Stationery|Stationery
      278|S|y|Childcare Vouchers|Staff welfare
      280|S|y|Sundries|Sundry expenses
      282|S|y|Staff Training|Staff training
      283|S|y|Motor Expenses|Vehicle running costs
      285|S|y|Accommodation and Meals|Travel and subsistence expenses
      288|S|y|Advertising and Promotion|Advertising and promotional costs
      289|S|y|Staff Entertaining|Staff entertaining
      290|S|y|Legal and Professional Fees|Legal fees
      291|S|y|Leasing Payments|Hire and leasing of other assets
      292|S|y|Accountancy Fees|Accountancy fees
      293|S|y|Consultancy Fees|General consultancy fees
      294|Z|n|Formation Costs|Other legal and professional fees
      335|S|n|Business Entertaining|Business entertaining
      350|O|y|Pension (Personal/Stakeholder)|Staff pensions, defined contribution schemes
      351|O|y|Pension (Annuity)|Staff pensions, defined contribution schemes
      358|Z|y|Postage|Postage costs
      359|Z|y|Books and Journals|Stationery
      360|O|y|Charitable Donations|Charitable donations
      361|Z|y|Subscriptions|Subscriptions to professional and trade bodies
      362|Z|y|Interest Payable|Interest Payable and similar charges
      363|Z|y|Bank/Finance Charges|Finance charges
      364|Z|y|Insurance|Insurance
      365|Z|y|Travel|Travel and subsistence expenses
      366|Z|y|Use Of Home|Use of residence for business purposes
      371|O|n|VAT Penalty|Late payment of tax
      372|O|n|Corporation Tax Penalty|Late payment of tax
      373|O|n|PAYE/NI Penalty|Late payment of tax
      390|Z|y|Realized Currency Exchange Gain/Loss|Gain (loss) on foreign currency transactions
      391|Z|y|Unrealized Currency Exchange Gain/Loss|Gain (loss) on foreign currency transactions
      051|-|-|Interest Received|Interest Received
      055|-|-|Flat Rate Scheme Surplus|Turnover
      056|-|-|Refund of Other Tax Received|Other Income
      057|-|-|PAYE/NI Online Filing Incentive Claimed|Other Income
      058|-|-|Grant Income|Other Income
      401|-|-|Salaries|Wages and salaries
      402|-|-|Employer NICs|Employer's National Insurance, staff
      403|-|-|Staff Pensions|Staff pensions, defined contribution schemes
      404|-|-|Net Salary Expense|Wages and salaries
      405|-|-|PAYE/NI Expense|Wages and salaries
      407|-|-|Directors' Salaries|Director's remuneration
      408|-|-|Directors' Employer NICs|Employer's National Insurance, directors
      409|-|-|Directors' Staff Pensions|Director pensions, defined contribution schemes
      450|-|-|Bad Debts Written Off|Bad debts written off
      460|-|-|Depreciation Charge|Depreciation of tangible fixed assets
      461|-|-|Loss/Gain on Disposal of Capital Asset|Gain (loss) from disposal of tangible fixed assets
      502|-|-|Corporation Tax Expense|Corporation tax
      503|-|-|Deferred Corporation Tax Expense|Corporation tax
      599|-|-|Error|Error
      601|-|-|Capital Asset Brought Forward|Fixed assets brought forward
      602|-|-|Capital Asset Purchase|Fixed asset purchases
      604|-|-|Disposal of Capital Asset|Fixed asset disposals
      605|-|-|Capital Asset Depreciation Brought Forward|Fixed asset depreciation brought forward
      606|-|-|Capital Asset Depreciation in Year|Fixed asset depreciation in year
      607|-|-|Depreciation on Disposal of Capital Asset|Fixed asset depreciation on disposals
      610|-|-|Stock Adjustment|Stock
      620|-|-|Prepayments|Prepayments and accrued income
      630|-|-|Investments Brought Forward|Fixed asset investments
      631|-|-|Investments Additions|Fixed asset investments
      632|-|-|Investments Revaluations|Fixed asset investments
      633|-|-|Investments Disposals|Fixed asset investments
      650|-|-|Provisions for Liabilities|Provisions for liabilities
      660|-|-|Accruals|Accruals and deferred income
      670|-|-|Share Premium|
      681|-|-|Trade Debtors|Debtors
      682|-|-|Other Debtors|Debtors
      750|-|-|Bank Account|Bank account
      760|-|-|Unpresented Items|Money in transit
      761|-|-|Bank Transfers in Progress|Money in transit
      790|-|-|Credit Note Reconciliations|Contra
      794|-|-|Liabilities < 1 Year|Creditors due within one year
      795|-|-|Liabilities > 1 Year|Creditors due in over one year
      796|-|-|Trade Creditors|Creditors
      797|-|-|Other Creditors|Creditors
      798|-|-|Non-Bill HP Liabilities < 1 Year|Creditors due within one year
      799|-|-|Non-Bill HP Liabilities > 1 Year|Creditors due in over one year
      813|-|-|Pension Creditor|Creditors
      814|-|-|PAYE/NI|Creditors
      815|-|-|Other Payroll Deductions|Creditors
      817|-|-|VAT|VAT
      818|-|-|VAT Reclaimed|VAT
      819|-|-|VAT Charged|VAT
      820|-|-|Corporation Tax|Corporation tax
      823|-|-|Deferred VAT|VAT
      824|-|-|VAT Mini One Stop Shop|Creditors
      825|-|-|Deferred Corporation Tax|Corporation tax
      900|-|-|Smart User Payment|Money due to/from user
      901|-|-|Capital Account|
      902|-|-|Salary and Bonuses|Money due to/from user
      904|-|-|Benefit in Kind|Money due to/from user
      905|-|-|Expense Account|Money due to/from user
      907|-|-|Director Loan Account|Money due to/from user
      908|-|-|Dividend|
      910|-|-|Unpaid Shares|Called up share capital not paid
      968|-|-|Profit and Loss|
      998|-|-|Contra Account|Contra
      999|-|-|Suspense Account|Suspense
      """;

  private Chart() {}

  /** One category. */
  record Line(String code, String rate, String allowable, String description, String reporting) {}

  static List<Line> lines() {
    return LINES
        .lines()
        .map(line -> line.split("\\|", -1))
        .map(part -> new Line(part[0], rate(part[1]), part[2], part[3], part[4]))
        .toList();
  }

  private static String rate(String letter) {
    return switch (letter) {
      case "S" -> "Standard rate";
      case "Z" -> "Zero rate";
      case "O" -> "Outside of the scope of VAT";
      default -> "";
    };
  }
}
