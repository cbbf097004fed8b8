package dev.ledgerkit.sage;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.ReadOptions;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What is written for a contact, in the currency of that contact; some of it as a draft first. */
class ContactDocumentResource<T, Q extends ListQuery, D extends SageDraft> extends Resource<T, Q, D>
    implements ReleasableResource<T, Q, D> {
  private final Resource<Contact, ContactQuery, ContactDraft> contacts;

  ContactDocumentResource(SageCalls calls, ResourceSpec<T> spec) {
    super(calls, spec.feeds(Feed.CHANGES, Feed.DELETIONS));
    this.contacts = new Resource<>(calls, ResourceSpec.readOnly("/contacts", Contact.class));
  }

  @Override
  public final T release(String id) {
    return read(
        ApiRequest.post(pathOf(id) + "/release", new byte[0])
            .lookup("the status of " + noun() + " " + id));
  }

  /** The currencies themselves are the evidence; the wording of the refusal is not documented. */
  @Override
  final ValidationException explained(String call, ValidationException refused, D sent) {
    ObjectNode fields = SageJson.fields(sent);
    String contact = fields.path("contact_id").asString("");
    String currency = fields.path("currency_id").asString("");
    boolean lookup = !contact.isEmpty() && !currency.isEmpty();
    if (!lookup || refused.problems().stream().noneMatch(ContactDocumentResource::ofCurrency)) {
      return refused;
    }
    return afterLookup(
        refused,
        () -> {
          Reference own = contacts.get(contact, currencyOnly()).currency();
          return own == null || own.id().equals(currency)
              ? refused
              : new ContactCurrencyException(call, refused, contact, own.id(), currency);
        });
  }

  private static ReadOptions currencyOnly() {
    return ReadOptions.builder().attributes(List.of("currency")).build();
  }

  private static boolean ofCurrency(Problem problem) {
    return problem.field().contains("currency")
        || problem.field().endsWith("contact_id")
        || problem.message().toLowerCase(Locale.ROOT).contains("currency");
  }
}
