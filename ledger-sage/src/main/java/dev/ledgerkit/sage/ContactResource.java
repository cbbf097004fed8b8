package dev.ledgerkit.sage;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.Feed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Contacts, whose references outlive them. */
final class ContactResource extends Resource<Contact, ContactQuery, ContactDraft> {
  ContactResource(SageCalls calls) {
    super(
        calls,
        ResourceSpec.keyed("/contacts", "contact", Contact.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /**
   * Length and presence of a reference were checked before the call, so what Sage still objects to
   * is that it is taken. By whom, only a search tells: deleted contacts are not found.
   */
  @Override
  ValidationException explained(String call, ValidationException refused, ContactDraft sent) {
    String reference = sent.reference();
    if (reference == null || refused.problems().stream().noneMatch(ContactResource::ofReference)) {
      return refused;
    }
    return afterLookup(
        refused,
        () -> new ContactReferenceTakenException(call, refused, reference, holder(reference)));
  }

  private @Nullable String holder(String reference) {
    ContactQuery named =
        ContactQuery.builder().search(reference).attributes(List.of("reference")).build();
    return list(named).stream()
        .filter(contact -> reference.equalsIgnoreCase(contact.reference()))
        .map(Contact::id)
        .findFirst()
        .orElse(null);
  }

  private static boolean ofReference(Problem problem) {
    String field = problem.field();
    boolean named = field.equals("reference") || field.endsWith(".reference");
    return named
        || (field.isEmpty() && problem.message().toLowerCase(Locale.ROOT).startsWith("reference"));
  }
}
