package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.Reference;
import org.jspecify.annotations.Nullable;

/** A contact is kept in one currency, and Sage takes no document in another one. */
final class ContactCurrency {
  private ContactCurrency() {}

  /** The id of {@code contact}, unless a document in this currency would be refused. */
  static String checked(Contact contact, @Nullable String currencyId) {
    Reference own = contact.currency();
    if (own != null && currencyId != null && !own.id().equals(currencyId)) {
      throw new ConfigurationException(
          "currency_id '%s' is refused: contact %s is kept in %s; create a contact of its own for %s."
              .formatted(currencyId, contact.id(), own.id(), currencyId));
    }
    return contact.id();
  }
}
