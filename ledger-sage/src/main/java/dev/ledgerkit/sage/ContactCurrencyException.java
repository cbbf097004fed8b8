package dev.ledgerkit.sage;

import dev.ledgerkit.core.ValidationException;

/**
 * Sage refused a document because it is in another currency than its contact, which keeps the one
 * it has.
 *
 * @since 0.1
 */
public final class ContactCurrencyException extends ValidationException {
  private static final long serialVersionUID = 1L;

  private final String contact;
  private final String contactCurrency;
  private final String documentCurrency;

  ContactCurrencyException(
      String call,
      ValidationException refused,
      String contact,
      String contactCurrency,
      String documentCurrency) {
    super(
        call,
        refused.status(),
        Remedy.added(
            refused,
            "contact %s is kept in %s and the document in %s; create a contact of its own for %s"
                .formatted(contact, contactCurrency, documentCurrency, documentCurrency)),
        refused.requestId());
    this.contact = contact;
    this.contactCurrency = contactCurrency;
    this.documentCurrency = documentCurrency;
    addSuppressed(refused);
  }

  /** The id of the contact. */
  public String contact() {
    return contact;
  }

  /** The currency the contact is kept in. */
  public String contactCurrency() {
    return contactCurrency;
  }

  /** The currency that was refused. */
  public String documentCurrency() {
    return documentCurrency;
  }
}
