package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.CreditNoteReconciliationDraft;
import dev.ledgerkit.freeagent.draft.ProjectDraft;
import dev.ledgerkit.freeagent.model.CreditNoteReconciliation;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.VatPlace;
import dev.ledgerkit.freeagent.query.CreditNoteReconciliationQuery;
import dev.ledgerkit.freeagent.query.ProjectQuery;
import java.util.List;

/**
 * The books of one binding's company. What a resource allows is in its type.
 *
 * <p>Cheap to make and safe for use by many threads; {@link FreeAgentProvider#client} gives one.
 *
 * <pre>{@code
 * FreeAgentClient freeagent = provider.client(api, binding);
 * Contact contact =
 *     freeagent.contacts()
 *         .findOrCreate(
 *             ContactDraft.builder()
 *                 .organisationName("Great Example Ltd")
 *                 .email("accounts@great.example.com")
 *                 .build());
 * }</pre>
 *
 * @since 0.1
 */
public final class FreeAgentClient {
  private final FreeAgentCalls calls;

  FreeAgentClient(FreeAgentCalls calls) {
    this.calls = calls;
  }

  /**
   * The same books, where {@code place} is known: drafts whose {@code ec_status} FreeAgent would
   * refuse of such a company are refused before anything is sent. {@code
   * company().get().vatPlace()} says which it is.
   */
  public FreeAgentClient in(VatPlace place) {
    return new FreeAgentClient(calls.in(place));
  }

  /** The company itself. */
  public OwnCompany company() {
    return new CompanyResource(calls);
  }

  /** Its users. */
  public Users users() {
    return new UserResource(calls);
  }

  /** The addresses that e-mails may be sent from. */
  public List<String> senderAddresses() {
    return calls.array("/email_addresses", "email_addresses", String.class);
  }

  /** Customers and suppliers. */
  public Contacts contacts() {
    return new ContactResource(calls);
  }

  /** Projects of contacts. */
  public EditableResource<Project, ProjectQuery, ProjectDraft> projects() {
    return new Resource<>(calls, ResourceSpec.of("projects", "project", Project.class));
  }

  /** Invoices. */
  public Invoices invoices() {
    return new InvoiceResource(calls);
  }

  /** Credit notes, in positive amounts. */
  public CreditNotes creditNotes() {
    return new CreditNoteResource(calls);
  }

  /** What of credit notes was set against invoices. */
  public EditableResource<
          CreditNoteReconciliation, CreditNoteReconciliationQuery, CreditNoteReconciliationDraft>
      creditNoteReconciliations() {
    return new Resource<>(
        calls,
        ResourceSpec.of(
            "credit_note_reconciliations",
            "credit_note_reconciliation",
            CreditNoteReconciliation.class));
  }

  /** The chart of accounts. */
  public Categories categories() {
    return new CategoryResource(calls);
  }
}
