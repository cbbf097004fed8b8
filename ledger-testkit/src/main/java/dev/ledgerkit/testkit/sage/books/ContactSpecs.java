package dev.ledgerkit.testkit.sage.books;

import static dev.ledgerkit.testkit.sage.table.Field.decimal;
import static dev.ledgerkit.testkit.sage.table.Field.flag;
import static dev.ledgerkit.testkit.sage.table.Field.integer;
import static dev.ledgerkit.testkit.sage.table.Field.object;
import static dev.ledgerkit.testkit.sage.table.Field.reference;
import static dev.ledgerkit.testkit.sage.table.Field.references;
import static dev.ledgerkit.testkit.sage.table.Field.text;

import dev.ledgerkit.testkit.sage.table.Field;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;

/** Contacts, and the addresses and persons that belong to them. */
final class ContactSpecs {
  /** An address inside something else. */
  static final Field[] PLACE = {
    text("address_line_1", 50),
    text("address_line_2", 50),
    text("city", 50),
    text("postal_code", 10),
    text("region", 50),
    text("name", 50),
    reference("country_id", "countries"),
    reference("address_type_id", "address_types")
  };

  private static final Field[] PERSON = {
    text("name", 50),
    text("job_title", 50),
    text("telephone", 50),
    text("mobile", 50),
    text("email", 100),
    text("fax", 50)
  };

  static final ResourceSpec CONTACTS =
      ResourceSpec.of(
              "contacts",
              "contact",
              "LCGUD",
              text("name", 100).must(),
              references("contact_type_ids", "contact_types").must(),
              text("reference", 10),
              text("tax_number"),
              text("notes", 4000),
              text("locale", 10),
              text("credit_terms"),
              text("credit_terms_and_conditions"),
              text("source_guid"),
              text("aux_reference"),
              text("registered_number"),
              decimal("credit_limit"),
              integer("credit_days"),
              reference("currency_id", "currencies"),
              reference("default_sales_ledger_account_id", "ledger_accounts"),
              reference("default_purchase_ledger_account_id", "ledger_accounts"),
              reference("default_sales_tax_rate_id", "tax_rates"),
              reference("product_sales_price_type_id", "product_sales_price_types"),
              flag("destination_vat_blocking"),
              object("main_address", PLACE),
              object("delivery_address", PLACE),
              object("main_contact_person", PERSON))
          .filters(
              "updated_or_created_since",
              "deleted_since",
              "contact_type_id",
              "exclude_system",
              "filter_inactive_contacts",
              "search",
              "email")
          .withKey()
          .withNumber();

  static final ResourceSpec ADDRESSES =
      ResourceSpec.of(
              "addresses",
              "address",
              "LCGUD",
              reference("address_type_id", "address_types").must(),
              text("name", 50).must(),
              flag("is_main_address").must(),
              text("address_line_1", 50),
              text("address_line_2", 50),
              text("city", 50),
              text("postal_code", 10),
              text("region", 50),
              reference("country_id", "countries"),
              reference("country_group_id", "country_groups"),
              reference("bank_account_id", "bank_accounts"),
              reference("contact_id", "contacts"))
          .filters("updated_or_created_since", "deleted_since", "contact_id", "bank_account_id")
          .withKey();

  static final ResourceSpec CONTACT_PERSONS =
      ResourceSpec.of(
              "contact_persons",
              "contact_person",
              "LCGUD",
              reference("address_id", "addresses").must(),
              text("name", 50).must(),
              references("contact_person_type_ids", "contact_person_types").must(),
              text("job_title", 50),
              text("telephone", 50),
              text("mobile", 50),
              text("email", 100),
              text("fax", 50),
              flag("is_main_contact"),
              flag("is_preferred_contact"))
          .shownAs("name")
          .filters("updated_or_created_since", "deleted_since", "address_id", "contact_id")
          .withKey();

  private ContactSpecs() {}
}
