package dev.ledgerkit.testkit.sage.books;

import static dev.ledgerkit.testkit.sage.table.Field.date;
import static dev.ledgerkit.testkit.sage.table.Field.decimal;
import static dev.ledgerkit.testkit.sage.table.Field.flag;
import static dev.ledgerkit.testkit.sage.table.Field.flagSet;
import static dev.ledgerkit.testkit.sage.table.Field.lines;
import static dev.ledgerkit.testkit.sage.table.Field.reference;
import static dev.ledgerkit.testkit.sage.table.Field.text;

import dev.ledgerkit.testkit.sage.table.Field;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;

/** What is bought, sold and counted, and the kinds of prices for it. */
final class CatalogueSpecs {
  private static final Field SALES_PRICES =
      lines(
          "sales_prices",
          text("price_name"),
          decimal("price"),
          flag("price_includes_tax"),
          reference("product_sales_price_type_id", "product_sales_price_types"));

  static final ResourceSpec PRODUCTS =
      ResourceSpec.of(
              "products",
              "product",
              "LCGUD",
              text("description").must(),
              reference("sales_ledger_account_id", "ledger_accounts").must(),
              reference("purchase_ledger_account_id", "ledger_accounts").must(),
              text("item_code"),
              text("notes", 500),
              reference("sales_tax_rate_id", "tax_rates"),
              reference("purchase_tax_rate_id", "tax_rates"),
              reference("usual_supplier_id", "contacts"),
              decimal("cost_price"),
              text("source_guid"),
              text("purchase_description", 250),
              flagSet("active"),
              reference("catalog_item_type_id", "catalog_item_types"),
              SALES_PRICES)
          .filters("updated_or_created_since", "deleted_since", "search", "active")
          .withKey()
          .withNumber()
          .including("stock_items");

  static final ResourceSpec SERVICES =
      ResourceSpec.of(
              "services",
              "service",
              "LCGUD",
              text("description").must(),
              reference("sales_ledger_account_id", "ledger_accounts").must(),
              text("item_code"),
              text("notes", 500),
              reference("purchase_ledger_account_id", "ledger_accounts"),
              reference("sales_tax_rate_id", "tax_rates"),
              reference("purchase_tax_rate_id", "tax_rates"),
              reference("usual_supplier_id", "contacts"),
              text("source_guid"),
              text("purchase_description", 250),
              flagSet("active"),
              decimal("cost_price"),
              flag("oss_service"),
              lines(
                  "sales_rates",
                  text("rate_name"),
                  decimal("rate"),
                  flag("rate_includes_tax"),
                  reference("service_rate_type_id", "service_rate_types")))
          .filters("updated_or_created_since", "deleted_since", "search", "active")
          .withKey()
          .withNumber();

  static final ResourceSpec STOCK_ITEMS =
      ResourceSpec.of(
              "stock_items",
              "stock_item",
              "LCGUD",
              text("item_code", 30).must(),
              text("description").must(),
              reference("sales_ledger_account_id", "ledger_accounts").must(),
              reference("purchase_ledger_account_id", "ledger_accounts").must(),
              text("notes", 500),
              reference("sales_tax_rate_id", "tax_rates"),
              reference("purchase_tax_rate_id", "tax_rates"),
              reference("usual_supplier_id", "contacts"),
              decimal("cost_price"),
              text("source_guid"),
              text("purchase_description", 250),
              decimal("reorder_level"),
              decimal("reorder_quantity"),
              text("location"),
              text("barcode"),
              text("supplier_part_number"),
              decimal("weight"),
              text("measurement_unit"),
              decimal("weight_converted"),
              flagSet("active"),
              decimal("quantity_in_stock"),
              SALES_PRICES)
          .filters(
              "updated_or_created_since",
              "deleted_since",
              "search",
              "active",
              "out_of_stock",
              "below_reorder_level")
          .withKey()
          .withNumber();

  static final ResourceSpec STOCK_MOVEMENTS =
      ResourceSpec.of(
              "stock_movements",
              "stock_movement",
              "LCGUD",
              reference("stock_item_id", "stock_items").must(),
              date("date").must(),
              decimal("quantity").must(),
              decimal("cost_price").must(),
              text("details", 50).must(),
              text("movement_number", 4),
              text("reference", 31))
          .filters("search", "stock_item_id", "from_date", "to_date")
          .withKey();

  static final ResourceSpec PRICE_TYPES =
      ResourceSpec.of(
              "product_sales_price_types",
              "product_sales_price_type",
              "LCGUD",
              text("name").must(),
              flag("active").must())
          .shownAs("name")
          .filters("active")
          .withKey();

  static final ResourceSpec RATE_TYPES =
      ResourceSpec.of(
              "service_rate_types",
              "service_rate_type",
              "LCGUD",
              text("name").must(),
              flag("active").must())
          .shownAs("name")
          .filters("active", "updated_or_created_since")
          .withKey();

  private CatalogueSpecs() {}
}
