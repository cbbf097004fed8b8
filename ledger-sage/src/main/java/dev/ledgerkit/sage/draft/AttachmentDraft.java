package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file to keep with a record, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * <p>Note: Sage does not recognise an attachment that is created again. After an {@link
 * dev.ledgerkit.core.OutcomeUnknownException} the host looks at the files of the record first.
 *
 * <pre>{@code
 * AttachmentDraft.builder()
 *     .file(FileContent.of(pdf))
 *     .fileName("invoice-1.pdf")
 *     .mimeType("application/pdf")
 *     .attachmentContextTypeId("SALES_INVOICE")
 *     .attachmentContextId(invoice.id())
 *     .build();
 * }</pre>
 *
 * @param file required to create
 * @param fileName required to create
 * @param mimeType required to create; of a PDF, GIF, JPEG, PNG or TIFF
 * @param fileSize in bytes; need not be given
 * @param attachmentContextTypeId what kind of record that is, for example {@code SALES_INVOICE}
 * @param attachmentContextId the record it belongs to, which must exist
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record AttachmentDraft(
    @Nullable FileContent file,
    @Nullable String fileName,
    @Nullable String mimeType,
    @Nullable String description,
    @Nullable String fileExtension,
    @Nullable String transactionId,
    @Nullable Integer fileSize,
    @Nullable String attachmentContextTypeId,
    @Nullable String attachmentContextId,
    @Nullable Boolean isPublic)
    implements SageDraft {
  private static final Set<String> TAKEN =
      Set.of("application/pdf", "image/gif", "image/jpeg", "image/png", "image/tiff");

  /**
   * Checks the media type and the size.
   *
   * @throws ConfigurationException naming the value that is refused
   */
  public AttachmentDraft {
    if (mimeType != null && !TAKEN.contains(mimeType)) {
      throw new ConfigurationException(
          "'%s' in mime_type is refused: Sage keeps PDF, GIF, JPEG, PNG and TIFF files."
              .formatted(mimeType));
    }
    if (file != null && fileSize != null && fileSize != file.size()) {
      throw new ConfigurationException(
          "%d in file_size is refused: the file has %d bytes; leave it out."
              .formatted(fileSize, file.size()));
    }
    fileSize = Fits.number("file_size", fileSize, 0, FileContent.MAX_BYTES);
  }

  /** A builder with nothing set. */
  public static AttachmentDraftBuilder builder() {
    return AttachmentDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("file", file)
        .needs("file_name", fileName)
        .needs("mime_type", mimeType)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("file name", fileName);
  }
}
