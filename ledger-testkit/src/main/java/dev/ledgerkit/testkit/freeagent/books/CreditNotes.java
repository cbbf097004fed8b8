package dev.ledgerkit.testkit.freeagent.books;

/** Credit notes: as invoices, with amounts below zero. */
final class CreditNotes extends Documents {
  static final Spec SPEC =
      Spec.of(
              "credit_notes",
              "credit_note",
              4,
              "LCGUD",
              """
              contact!                link:contacts
              project                 link:projects
              dated_on!               date
              payment_terms_in_days!  integer
              reference               text
              currency                text
              exchange_rate           decimal
              discount_percent        decimal
              comments                text
              client_contact_name     text
              payment_terms           text
              po_reference            text
              bank_account            link:bank_accounts
              omit_header             flag
              show_project_name       flag
              ec_status               one:UK/Non-EC|EC Goods|EC Services|Reverse Charge|EC VAT MOSS
              place_of_supply         text
              cis_rate                text
              property                text
              """)
          .views(
              "all",
              "recent_open_or_overdue",
              "open",
              "overdue",
              "open_or_overdue",
              "draft",
              "refunded",
              "last_N_months")
          .sorts("created_at", "updated_at")
          .links("contact", "project");

  CreditNotes(Book book) {
    super(book, "credit_note", "refunded");
  }

  @Override
  String status(Row row) {
    String kept = row.text("status");
    if (!kept.equals(OPEN)) {
      return kept;
    }
    return row.decimal("due_value").signum() == 0 ? "Refunded" : owing(row);
  }

  /** A draft with the wrong sign is kept; it shows when somebody wants to send it. */
  @Override
  void send(Row row) {
    if (row.decimal("total_value").signum() > 0) {
      throw Refused.because("total_value must be negative");
    }
    super.send(row);
  }
}
