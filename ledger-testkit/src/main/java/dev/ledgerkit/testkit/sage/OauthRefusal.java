package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The token endpoint says no: HTTP 400 whatever the error (the provider uses 400 for a bad client
 * too).
 */
final class OauthRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  private OauthRefusal(String error, String description) {
    super(description, null, false, false);
    this.error = error;
  }

  /** Without a description, as the provider sends it. */
  static OauthRefusal invalidGrant() {
    return new OauthRefusal("invalid_grant", "");
  }

  static OauthRefusal invalidClient() {
    return new OauthRefusal("invalid_client", "Unknown client or wrong client secret.");
  }

  static OauthRefusal invalidRequest(String description) {
    return new OauthRefusal("invalid_request", description);
  }

  WireReply reply() {
    return reply(400, error, Optional.ofNullable(getMessage()).orElse(""));
  }

  static WireReply reply(int status, String error, String description) {
    ObjectNode body = Json.object().put("error", error);
    if (!description.isEmpty()) {
      body.put("error_description", description);
    }
    return WireReply.json(status, Json.write(body));
  }
}
