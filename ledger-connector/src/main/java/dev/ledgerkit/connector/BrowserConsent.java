package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The {@link ConsentPrompt} of a desktop: opens the browser and catches the callback on this
 * machine (RFC 8252). Immutable; safe for use by many threads, as far as they ask for different
 * callback URLs.
 *
 * <p>It listens before it opens the page, and passes over callbacks that answer another consent.
 *
 * @since 0.1
 */
public final class BrowserConsent implements ConsentPrompt {
  /** More than a person or their browser ever sends. */
  private static final int MOST_STRAYS = 16;

  private final Consumer<URI> browser;

  /** With this machine's own browser. */
  public BrowserConsent() {
    this(
        page -> {
          if (!SystemBrowser.open(page)) {
            throw new ConfigurationException(
                "No browser can be opened here; give the Connector a browser or a prompt of your own, or use Connector.authorize.");
          }
        });
  }

  /**
   * With another.
   *
   * @param browser shows the page and returns; whoever reads it may also print the URL
   */
  public BrowserConsent(Consumer<URI> browser) {
    this.browser = browser;
  }

  @Override
  public String ask(URI consentUrl, URI callbackUrl, Duration limit) {
    Optional<String> state = parameter(consentUrl, "state");
    try (LoopbackReceiver receiver = new LoopbackReceiver(callbackUrl)) {
      browser.accept(consentUrl);
      URI callback = receiver.await(limit);
      for (int strays = 0; strays < MOST_STRAYS && !answers(callback, state); strays++) {
        callback = receiver.await(limit);
      }
      return callback.toString();
    }
  }

  /** Some providers decline without giving the state back. */
  private static boolean answers(URI callback, Optional<String> asked) {
    Optional<String> state = parameter(callback, "state");
    return state.isEmpty() ? parameter(callback, "error").isPresent() : state.equals(asked);
  }

  /** Decoded, because a provider may encode what it gives back in its own way. */
  private static Optional<String> parameter(URI url, String name) {
    return Arrays.stream(String.valueOf(url.getRawQuery()).split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decoded(pair.substring(name.length() + 1)))
        .findFirst();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // not what we asked with, then
    }
  }
}
