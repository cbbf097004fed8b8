package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.client.QueryString;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way to Sage's consent page and back. */
final class SageConsent {
  private final String clientId;
  private final boolean countryParameter;
  private final @Nullable String locale;

  SageConsent(String clientId, boolean countryParameter, @Nullable String locale) {
    this.clientId = clientId;
    this.countryParameter = countryParameter;
    this.locale = locale;
  }

  URI uri(URI authorize, ConsentRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", clientId);
    parameters.put("redirect_uri", request.redirectUri().toString());
    parameters.put("scope", SageScope.of(request.scope()).wireName());
    parameters.put("state", request.state());
    parameters.put("filter", "apiv3.1");
    if (countryParameter) {
      parameters.put("country", SageRegion.of(request.region()).country());
    }
    if (locale != null) {
      parameters.put("locale", locale);
    }
    if (request.codeChallenge() != null) {
      parameters.put("code_challenge", request.codeChallenge());
      parameters.put("code_challenge_method", "S256");
    }
    String present = authorize.getRawQuery() == null ? "" : authorize.getRawQuery();
    parameters.keySet().removeIf(name -> ("&" + present).contains("&" + name + "="));
    String ours =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + QueryString.encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    String base = authorize.toString();
    String join = authorize.getRawQuery() == null ? "?" : present.isEmpty() ? "" : "&";
    return URI.create(base + join + ours);
  }

  /**
   * Sage's own: the code holds a slash and a country ({@code GB%2F…}), and some refusals have a
   * space in the error, a {@code reason} beside it and no state.
   */
  ConsentAnswer answer(URI callback) {
    QueryString query = new QueryString(callback.getRawQuery());
    String state = query.opaque("state");
    String code = query.opaque("code");
    String error = query.text("error");
    if (!error.isEmpty()) {
      return new ConsentAnswer.Declined(
          state, error, query.text("error_description"), query.text("reason"));
    }
    if (code == null || code.isBlank()) {
      throw new ConfigurationException(
          "The callback carries neither a code nor an error; pass the whole URL the merchant came"
              + " back with.");
    }
    return new ConsentAnswer.Granted(state, Secret.of(code));
  }
}
