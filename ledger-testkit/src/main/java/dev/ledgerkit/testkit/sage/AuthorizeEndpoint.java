package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.oauth.Callbacks;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.oauth.Pkce;
import dev.ledgerkit.testkit.sage.table.SimBusiness;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The consent page and what the user answers. */
final class AuthorizeEndpoint {
  private static final Set<String> SCOPES = Set.of("full_access", "readonly");
  private static final Set<String> COUNTRIES = Set.of("ca", "de", "es", "fr", "gb", "ie", "us");

  private final SageSettings settings;
  private final Grants<Reach> grants;
  private final Map<String, ConsentRequest> open = new ConcurrentHashMap<>();

  AuthorizeEndpoint(SageSettings settings, Grants<Reach> grants) {
    this.settings = settings;
    this.grants = grants;
  }

  WireReply page(WireRequest request) {
    String redirectUri = request.query("redirect_uri").orElse("");
    // Never redirect to an address nobody registered (RFC 6749, section 4.1.2.1).
    if (!request.query("client_id").orElse("").equals(settings.clientId)) {
      return ConsentPage.refusal("Unknown client_id.");
    }
    if (!settings.callbacks.allows(redirectUri)) {
      return ConsentPage.refusal(settings.callbacks.refusal(redirectUri));
    }
    Optional<String> state = request.query("state");
    if (!request.query("response_type").orElse("").equals("code")) {
      return error(redirectUri, state, "unsupported_response_type", "");
    }
    String scope = request.query("scope").orElse("full_access");
    if (!SCOPES.contains(scope)) {
      return error(redirectUri, state, "invalid_scope", "");
    }
    Optional<String> country = request.query("country").map(c -> c.toLowerCase(Locale.ROOT));
    if (country.isPresent() && !COUNTRIES.contains(country.get())) {
      return error(redirectUri, state, "invalid_request", "Unknown country.");
    }
    boolean central = request.path().equals(OauthPaths.AUTHORIZE);
    if (central && country.isEmpty() && !request.query("filter").orElse("").equals("apiv3.1")) {
      return error(redirectUri, state, "invalid_request", "Send filter=apiv3.1 or a country.");
    }
    Optional<Pkce> pkce =
        Pkce.parse(request.query("code_challenge"), request.query("code_challenge_method"));
    if (pkce.isEmpty()) {
      return error(redirectUri, state, "invalid_request", "Malformed code_challenge.");
    }
    String id = UUID.randomUUID().toString();
    open.put(id, new ConsentRequest(redirectUri, scope, state, country, pkce.get()));
    return ConsentPage.ask(id, settings, scope);
  }

  WireReply decision(WireRequest request) {
    Map<String, String> form = request.form();
    ConsentRequest consent = open.remove(form.getOrDefault("consent", ""));
    if (consent == null) {
      return ConsentPage.refusal("This page was answered already.");
    }
    return switch (form.getOrDefault("decision", "")) {
      case "allow" -> allow(consent, form.getOrDefault("choice", ""));
      case "oddly" -> oddFailure(consent);
      default -> error(consent.redirectUri(), consent.state(), "access_denied", "");
    };
  }

  private WireReply allow(ConsentRequest consent, String picked) {
    List<SimBusiness> chosen =
        picked.isEmpty()
            ? settings.businesses
            : settings.businesses.stream().filter(b -> b.id().equals(picked)).toList();
    if (chosen.isEmpty()) {
      return error(consent.redirectUri(), consent.state(), "access_denied", "No such business.");
    }
    // The country must be that of a business the user has; without one the lead's is used.
    Optional<String> country =
        chosen.stream()
            .map(SimBusiness::country)
            .filter(c -> consent.country().map(c::equalsIgnoreCase).orElse(true))
            .findFirst();
    if (country.isEmpty()) {
      return oddFailure(consent);
    }
    Map<String, String> answer = new LinkedHashMap<>();
    // The code carries its country in front, and a slash.
    answer.put(
        "code",
        grants.issueCode(
            new Reach(consent.scope(), chosen),
            Optional.of(consent.redirectUri()),
            Optional.of(consent.pkce()),
            country.get() + "/"));
    answer.put("country", country.get());
    consent.state().ifPresent(state -> answer.put("state", state));
    return Callbacks.redirect(consent.redirectUri(), answer);
  }

  /**
   * What a wrong country or a developer's own account leads to: no state, an error with a space, a
   * reason.
   */
  private static WireReply oddFailure(ConsentRequest consent) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", "Invalid request");
    answer.put("reason", "Email already in use");
    return Callbacks.redirect(consent.redirectUri(), answer);
  }

  private static WireReply error(
      String redirectUri, Optional<String> state, String error, String description) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", error);
    if (!description.isEmpty()) {
      answer.put("error_description", description);
    }
    state.ifPresent(value -> answer.put("state", value));
    return Callbacks.redirect(redirectUri, answer);
  }
}
