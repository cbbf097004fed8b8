package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.ConfigurationException;
import java.util.Base64;

/**
 * A file that goes with an e-mail. Immutable, so safe for use by many threads.
 *
 * @param fileName as the receiver sees it
 * @param contentType its media type
 * @param data its bytes in Base64, without line breaks
 * @since 0.1
 */
public record EmailAttachment(String fileName, String contentType, String data) {
  private static final int MOST_BYTES = 5 * 1024 * 1024;

  /**
   * The file with this content.
   *
   * @throws ConfigurationException if it has more than the 5 MB that FreeAgent takes
   */
  public static EmailAttachment of(String fileName, String contentType, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new ConfigurationException(
          "Attachment '%s' of %d bytes is refused: FreeAgent takes %d at the most."
              .formatted(fileName, content.length, MOST_BYTES));
    }
    return new EmailAttachment(fileName, contentType, Base64.getEncoder().encodeToString(content));
  }

  /** Name and type; not the content. */
  @Override
  public String toString() {
    return "EmailAttachment[" + fileName + ", " + contentType + "]";
  }
}
