package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.UnusableAnswerException;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.TokenEndpoint;
import dev.ledgerkit.core.oauth.TokenReply;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether the endpoint is the provider's and takes the client, before a person is asked or a
 * refresh token sent there: it offers a refresh token that cannot be one, and reads the refusal.
 */
final class EndpointProbe {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The errors that say nothing but "who are you?" (RFC 6749, section 5.2). */
  private static final Set<String> OF_THE_CLIENT = Set.of("invalid_client", "unauthorized_client");

  private final Session session;

  EndpointProbe(Session session) {
    this.session = session;
  }

  /**
   * Asks the token endpoint.
   *
   * @throws ConfigurationException naming the property, if it is none or refuses the client
   * @throws ProviderUnavailableException if it does not answer
   */
  void require() {
    OauthClient client = session.provider().oauthClient(session.region());
    TokenReply reply = new TokenEndpoint(session.http(), session.clock(), LIMIT).probe(client);
    if (reply instanceof TokenReply.NoAnswer lost && lost.foreign()) {
      throw new ConfigurationException(
          endpoint(client.tokenUri()) + ": " + reply.why() + "; " + remedy());
    }
    if (reply instanceof TokenReply.Misconfigured wrong && OF_THE_CLIENT.contains(wrong.error())) {
      throw new ConfigurationException(
          "OAuthClientId, OAuthClientSecret: %s answered %s; give the pair as it is registered there."
              .formatted(client.tokenUri().getHost(), reply.why()));
    }
    if (reply instanceof TokenReply.NotServed || reply instanceof TokenReply.NoAnswer) {
      throw new ProviderUnavailableException(
          "The token endpoint is not available: %s.".formatted(reply.why()), null);
    }
  }

  /** What a failed first call says about the endpoint, if it says anything. */
  Optional<ConfigurationException> blame(LedgerException failure) {
    boolean foreign =
        failure instanceof NotFoundException
            || failure.getCause() instanceof UnusableAnswerException;
    URI endpoint = session.properties().endpoint();
    return foreign && endpoint != null
        ? Optional.of(
            new ConfigurationException(
                endpoint(endpoint)
                    + ": "
                    + Sentence.open(String.valueOf(failure.getMessage()))
                    + "; "
                    + remedy(),
                failure))
        : Optional.empty();
  }

  private static String endpoint(URI uri) {
    return "Endpoint: %s is not the provider's".formatted(uri);
  }

  private String remedy() {
    return session.properties().endpoint() == null
        ? "see whether a proxy or a login page answers."
        : "correct Endpoint, or leave it out for the provider's own.";
  }
}
