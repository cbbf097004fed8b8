package dev.ledgerkit.testkit.freeagent.books;

import tools.jackson.databind.node.ObjectNode;

/** Price list items, known by a code of their own. */
final class PriceList implements Rules {
  static final Spec SPEC =
      Spec.of(
              "price_list_items",
              "price_list_item",
              4,
              "LCGUD",
              """
              code!                  text
              quantity!              decimal
              item_type!             one:Hours|Days|Weeks|Months|Years|Products|Services|Training|Expenses|Comment|Bills|Discount|Credit|VAT|Stock
              description!           text
              price!                 decimal
              vat_status             one:out_of_scope|reduced|standard|zero
              sales_tax_rate         decimal
              second_sales_tax_rate  decimal
              category               link:categories
              stock_item             link:stock_items
              """)
          .sorts("created_at", "code", "updated_at")
          .withoutSince();

  private final Book book;

  PriceList(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    ObjectNode json = row.edit();
    for (String rate : new String[] {"sales_tax_rate", "second_sales_tax_rate"}) {
      if (!json.has(rate)) {
        json.put(rate, "0.0");
      }
    }
    if (!json.has("vat_status") && book.profile.british()) {
      json.put("vat_status", "out_of_scope");
    }
    if (!json.has("category")) {
      json.put("category", book.categoryUrl("001"));
    }
    unique(row);
  }

  @Override
  public void update(Row row, Body body, Call call) {
    unique(row);
  }

  private void unique(Row row) {
    boolean taken =
        book.table("price_list_items")
            .where("code", row.text("code"))
            .anyMatch(other -> other.id != row.id);
    if (taken) {
      throw Refused.because("code has already been taken");
    }
  }
}
