package dev.ledgerkit.testkit.oauth;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The token endpoint says no: HTTP 400 whatever the error, unless a provider knows better.
 *
 * @since 0.1
 */
public final class OauthRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  private OauthRefusal(String error, String description) {
    super(description, null, false, false);
    this.error = error;
  }

  /** Without a description. */
  public static OauthRefusal invalidGrant() {
    return new OauthRefusal("invalid_grant", "");
  }

  public static OauthRefusal invalidClient() {
    return new OauthRefusal("invalid_client", "Unknown client or wrong client secret.");
  }

  public static OauthRefusal invalidRequest(String description) {
    return new OauthRefusal("invalid_request", description);
  }

  /** The refusal as JSON of RFC 6749, section 5.2. */
  public WireReply reply() {
    return reply(400, error, Optional.ofNullable(getMessage()).orElse(""));
  }

  public static WireReply reply(int status, String error, String description) {
    ObjectNode body = Json.object().put("error", error);
    if (!description.isEmpty()) {
      body.put("error_description", description);
    }
    return WireReply.json(status, Json.write(body));
  }
}
