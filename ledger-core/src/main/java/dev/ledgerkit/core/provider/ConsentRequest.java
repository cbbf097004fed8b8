package dev.ledgerkit.core.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a consent URL.
 *
 * @param region of the binding
 * @param redirectUri where the merchant comes back
 * @param scope in the provider's spelling
 * @param state single-use and unguessable
 * @param codeChallenge PKCE S256 challenge; null where the provider takes none
 * @since 0.1
 */
public record ConsentRequest(
    String region, URI redirectUri, String scope, String state, @Nullable String codeChallenge) {
  /** Without the state. */
  @Override
  public String toString() {
    return "ConsentRequest[" + region + ", " + redirectUri + ", " + scope + "]";
  }
}
