package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.ContactStatus;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ContactQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Contacts, recognised by their e-mail address. */
final class ContactResource extends Resource<Contact, ContactQuery, ContactDraft>
    implements Contacts {
  private static final ResourceSpec<Contact> SPEC =
      ResourceSpec.of("contacts", "contact", Contact.class).unlessAsked("view", "all");

  /** The preferred one last, as whoever is created once wants it. */
  private static final Comparator<Contact> PREFERENCE =
      Comparator.comparing((Contact contact) -> ContactStatus.ACTIVE.equals(contact.status()))
          .thenComparing(
              Contact::createdAt, Comparator.nullsFirst(Comparator.<Instant>reverseOrder()));

  ContactResource(FreeAgentCalls calls) {
    super(calls, SPEC, new ByEmail(calls));
  }

  @Override
  public Optional<Contact> findByEmail(String email) {
    return withEmail(list(), email).stream().max(PREFERENCE);
  }

  @Override
  public Contact findOrCreate(ContactDraft draft) {
    if (draft.email() == null || draft.email().isBlank()) {
      throw new ConfigurationException(
          "A contact is found by its e-mail address; give the draft one, or create it.");
    }
    return create(draft, IdempotencyKey.of("contact " + draft.email()));
  }

  private static List<Contact> withEmail(Paged<Contact> contacts, String email) {
    String wanted = email.strip().toLowerCase(Locale.ROOT);
    return contacts.stream()
        .filter(
            contact ->
                contact.email() != null
                    && contact.email().strip().toLowerCase(Locale.ROOT).equals(wanted))
        .sorted(PREFERENCE)
        .toList();
  }

  /** The address is in the draft, and contacts of any age count. */
  private static final class ByEmail implements NaturalKey<Contact, ContactDraft> {
    private final ListReader<Contact> contacts;

    ByEmail(FreeAgentCalls calls) {
      this.contacts = new ListReader<>(calls.wire(), SPEC);
    }

    @Override
    public ContactDraft marked(ContactDraft draft, IdempotencyKey key) {
      return draft;
    }

    @Override
    public String marker(ContactDraft marked) {
      return "e-mail " + String.valueOf(marked.email()).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Ref<Contact> ref(Contact created) {
      return created.url();
    }

    @Override
    public List<Contact> matches(ContactDraft marked, Instant horizon) {
      return withEmail(contacts.list(FreeAgentJson.WIRE.object()), String.valueOf(marked.email()));
    }
  }
}
