package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.client.QueryString;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The way to FreeAgent's consent page and back. */
final class FreeAgentConsent {
  /** The one there is: what a token may do is what its user may. */
  static final String SCOPE = "full_access";

  private FreeAgentConsent() {}

  static URI uri(String clientId, URI authorize, ConsentRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", clientId);
    parameters.put("redirect_uri", request.redirectUri().toString());
    parameters.put("scope", request.scope());
    parameters.put("state", request.state());
    return URI.create(
        authorize
            + parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + QueryString.encode(entry.getValue()))
                .collect(Collectors.joining("&", "?", "")));
  }

  /** How FreeAgent declines is not documented; RFC 6749, section 4.1.2.1, is. */
  static ConsentAnswer answer(URI callback) {
    QueryString query = new QueryString(callback.getRawQuery());
    String state = query.opaque("state");
    String code = query.opaque("code");
    String error = query.text("error");
    if (!error.isEmpty()) {
      return new ConsentAnswer.Declined(state, error, query.text("error_description"), "");
    }
    if (code == null || code.isBlank()) {
      throw new ConfigurationException(
          "The callback carries neither a code nor an error; pass the whole URL the merchant came"
              + " back with.");
    }
    return new ConsentAnswer.Granted(state, Secret.of(code));
  }

  static String scope(String requested) {
    if (requested.isBlank() || requested.strip().equalsIgnoreCase(SCOPE)) {
      return SCOPE;
    }
    throw new ConfigurationException(
        "FreeAgent scope '%s' is unknown; there is %s, and the user's own access level limits it."
            .formatted(requested, SCOPE));
  }
}
