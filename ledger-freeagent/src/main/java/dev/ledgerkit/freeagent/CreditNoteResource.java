package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.CreditNoteDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteDraftBuilder;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.query.CreditNoteQuery;
import dev.ledgerkit.freeagent.query.Sort;

/** Credit notes. */
final class CreditNoteResource
    extends DocumentResource<CreditNote, CreditNoteQuery, CreditNoteDraft> implements CreditNotes {
  static final ResourceSpec<CreditNote> SPEC =
      ResourceSpec.of("credit_notes", "credit_note", CreditNote.class)
          .oneCreateAtATime()
          .unlessGiven("payment_terms_in_days", 30);

  CreditNoteResource(FreeAgentCalls calls) {
    super(calls, SPEC, byReference(calls));
  }

  private static ByReference<CreditNote, CreditNoteDraft> byReference(FreeAgentCalls calls) {
    ListReader<CreditNote> lists = new ListReader<>(calls.wire(), SPEC);
    return new ByReference<>(
        new ByReference.Read<>(
            CreditNote::url, CreditNote::reference, CreditNote::datedOn, CreditNote::createdAt),
        new ByReference.Written<>(
            CreditNoteDraft::reference,
            CreditNoteDraft::datedOn,
            (draft, reference) ->
                CreditNoteDraftBuilder.builder(draft).reference(reference).build(),
            draft ->
                lists.list(
                    FreeAgentJson.fields(
                        CreditNoteQuery.builder()
                            .contact(draft.contact())
                            .sort(Sort.descending("created_at"))
                            .build(),
                        calls.base()))));
  }
}
