package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraftBuilder;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.InvoiceTimelineItem;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.InvoiceQuery;
import dev.ledgerkit.freeagent.query.Sort;
import java.util.List;

/** Invoices; what only they can do is here. */
final class InvoiceResource extends DocumentResource<Invoice, InvoiceQuery, InvoiceDraft>
    implements Invoices {
  static final ResourceSpec<Invoice> SPEC =
      ResourceSpec.of("invoices", "invoice", Invoice.class)
          .oneCreateAtATime()
          .unlessGiven("payment_terms_in_days", 30);

  private static final String ADDITIONAL_TEXT = "default_additional_text";
  private static final byte[] NOTHING = {};

  InvoiceResource(FreeAgentCalls calls) {
    super(calls, SPEC, byReference(calls));
  }

  private static ByReference<Invoice, InvoiceDraft> byReference(FreeAgentCalls calls) {
    ListReader<Invoice> lists = new ListReader<>(calls.wire(), SPEC);
    return new ByReference<>(
        new ByReference.Read<>(
            Invoice::url, Invoice::reference, Invoice::datedOn, Invoice::createdAt),
        new ByReference.Written<>(
            InvoiceDraft::reference,
            InvoiceDraft::datedOn,
            (draft, reference) -> InvoiceDraftBuilder.builder(draft).reference(reference).build(),
            draft ->
                lists.list(
                    FreeAgentJson.fields(
                        InvoiceQuery.builder()
                            .contact(draft.contact())
                            .sort(Sort.descending("created_at"))
                            .build(),
                        calls.base()))));
  }

  @Override
  public Invoice markAsScheduled(Ref<Invoice> ref) {
    return transition(ref, "mark_as_scheduled");
  }

  @Override
  public Invoice markAsCancelled(Ref<Invoice> ref) {
    return transition(ref, "mark_as_cancelled");
  }

  /** FreeAgent does not document the answer; the note has the number that the invoice had. */
  @Override
  public CreditNote convertToCreditNote(Ref<Invoice> ref) {
    calls()
        .wire()
        .send(ApiRequest.put(pathOf(ref) + "/transitions/convert_to_credit_note", NOTHING).build());
    return new CreditNoteResource(calls()).get(CreditNote.ref(ref.id()));
  }

  @Override
  public Invoice duplicate(Ref<Invoice> ref) {
    ApiRequest.Builder request =
        ApiRequest.post(pathOf(ref) + "/duplicate", NOTHING)
            .lookup("the latest draft beside " + ref);
    return calls().writes().inTurn(calls().company(), () -> created(request));
  }

  @Override
  public Invoice collectByDirectDebit(Ref<Invoice> ref) {
    return readOrGet(
        ref,
        ApiRequest.post(pathOf(ref) + "/direct_debit", NOTHING).lookup("the payments of " + ref));
  }

  @Override
  public List<InvoiceTimelineItem> timeline() {
    return calls().array("/invoices/timeline", "invoice_timeline_items", InvoiceTimelineItem.class);
  }

  @Override
  public String defaultAdditionalText() {
    return text(ApiRequest.get(path() + "/" + ADDITIONAL_TEXT));
  }

  @Override
  public String updateDefaultAdditionalText(String text) {
    byte[] body = FreeAgentJson.WIRE.write(FreeAgentJson.WIRE.object().put(ADDITIONAL_TEXT, text));
    return text(ApiRequest.put(path() + "/" + ADDITIONAL_TEXT, body));
  }

  @Override
  public void deleteDefaultAdditionalText() {
    calls().wire().send(ApiRequest.delete(path() + "/" + ADDITIONAL_TEXT).build());
  }

  private String text(ApiRequest.Builder request) {
    return calls()
        .wire()
        .send(
            request.build(),
            body -> FreeAgentJson.WIRE.tree(body).path(ADDITIONAL_TEXT).asString(""));
  }
}
