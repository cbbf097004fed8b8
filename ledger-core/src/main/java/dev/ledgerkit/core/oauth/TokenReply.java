package dev.ledgerkit.core.oauth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request to the token endpoint, sorted by what it proves.
 *
 * @since 0.1
 */
public sealed interface TokenReply {

  /** In words, to stand in a sentence, so without a full stop at its end; never a secret. */
  String why();

  private static String said(String error, String description) {
    String text = description.strip();
    while (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.isEmpty() ? error : error + ": " + text;
  }

  /** A new pair. */
  record Granted(OauthToken token) implements TokenReply {
    @Override
    public String why() {
      return "granted";
    }
  }

  /** {@code invalid_grant}: the server does not take this code or refresh token. */
  record Refused(String error, String description) implements TokenReply {
    @Override
    public String why() {
      return said(error, description);
    }
  }

  /** Any other OAuth error: the client is set up wrongly; the grant is untouched. */
  record Misconfigured(String error, String description) implements TokenReply {
    @Override
    public String why() {
      return said(error, description);
    }
  }

  /**
   * The server answered that it did nothing, or was never reached.
   *
   * @param retryAfter how long it asked to be left alone; null if it did not say
   */
  record NotServed(String why, @Nullable Duration retryAfter) implements TokenReply {
    Duration retryAfterOrZero() {
      return retryAfter == null ? Duration.ZERO : retryAfter;
    }
  }

  /**
   * The request may have been served and its answer is lost or makes no sense.
   *
   * @param foreign whether there was an answer, without an error of the server's, that no token
   *     endpoint gives: a web page, or nothing at that address
   */
  record NoAnswer(String why, boolean foreign) implements TokenReply {
    /** An answer that is lost. */
    public NoAnswer(String why) {
      this(why, false);
    }
  }
}
