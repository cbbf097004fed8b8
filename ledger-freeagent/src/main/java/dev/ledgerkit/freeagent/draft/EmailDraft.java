package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that carries an invoice or credit note.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param from a verified sender; {@code FreeAgentClient.senderAddresses()} lists them
 * @param emailToSender whether the sender gets a copy; FreeAgent sends one unless told
 * @param useTemplate true to let the company's template say everything
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record EmailDraft(
    @Nullable String to,
    @Nullable String from,
    @Nullable String subject,
    @Nullable String body,
    @Nullable Boolean emailToSender,
    @Nullable Boolean attachExpenseReceipts,
    @Nullable Boolean useTemplate,
    @Nullable List<EmailAttachment> attachments)
    implements Draft {

  /** Copies the lists. */
  public EmailDraft {
    attachments = Given.copy(attachments);
  }

  /** A builder with nothing set. */
  public static EmailDraftBuilder builder() {
    return EmailDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return List.of();
  }

  /** What the company's own template says. */
  public static EmailDraft template() {
    return builder().useTemplate(true).build();
  }
}
