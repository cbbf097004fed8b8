package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.ConfigurationException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file to keep with a record. Immutable, so safe for use by many threads.
 *
 * @param fileName as it is shown
 * @param contentType its media type, one of those FreeAgent takes
 * @param data its bytes in Base64, without line breaks
 * @param description null for none
 * @since 0.1
 */
public record AttachmentDraft(
    String fileName, String contentType, String data, @Nullable String description) {
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final int MOST_FILES = 50;
  private static final Set<String> TYPES =
      Set.of(
          "image/png",
          "image/x-png",
          "image/jpeg",
          "image/jpg",
          "image/gif",
          "application/x-pdf",
          "application/pdf");

  /**
   * The file with this content.
   *
   * @throws ConfigurationException if it has more than the 5 MB that FreeAgent takes, or is of a
   *     type it does not
   */
  public static AttachmentDraft of(String fileName, String contentType, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new ConfigurationException(
          "Attachment '%s' of %d bytes is refused: FreeAgent takes %d at the most."
              .formatted(fileName, content.length, MOST_BYTES));
    }
    if (!TYPES.contains(contentType)) {
      throw new ConfigurationException(
          "Attachment '%s' of type '%s' is refused: FreeAgent takes %s."
              .formatted(fileName, contentType, TYPES.stream().sorted().toList()));
    }
    return new AttachmentDraft(
        fileName, contentType, Base64.getEncoder().encodeToString(content), null);
  }

  /** The same file, described. */
  public AttachmentDraft describedAs(String newDescription) {
    return new AttachmentDraft(fileName, contentType, data, newDescription);
  }

  static void checkCount(@Nullable List<AttachmentDraft> files) {
    if (files != null && files.size() > MOST_FILES) {
      throw new ConfigurationException(
          "%d attachments are refused: an explanation takes %d at the most."
              .formatted(files.size(), MOST_FILES));
    }
  }

  /** Name and type; not the content. */
  @Override
  public String toString() {
    return "AttachmentDraft[" + fileName + ", " + contentType + "]";
  }
}
