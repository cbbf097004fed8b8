package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.query.ContactQuery;
import java.util.Optional;

/**
 * Customers and suppliers. Lists show hidden ones too, which FreeAgent itself would leave out.
 *
 * @since 0.1
 */
public interface Contacts extends EditableResource<Contact, ContactQuery, ContactDraft> {
  /**
   * The contact with this e-mail address, whatever its case; of several the active ones count
   * first, and of those the one created first.
   *
   * <p>Note: FreeAgent cannot search by it, so this reads the whole list, 100 contacts a call.
   */
  Optional<Contact> findByEmail(String email);

  /**
   * The contact with the draft's e-mail address, as it is; a new one if there is none. Sent again
   * after a lost answer only once it is known not to be there, so it can be repeated at will.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the draft has no e-mail address, or misses
   *     what a create needs; nothing is sent
   */
  Contact findOrCreate(ContactDraft draft);
}
