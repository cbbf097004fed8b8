package dev.ledgerkit.testkit.oauth;

import dev.ledgerkit.testkit.wire.WireReply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The callbacks a client has registered; any loopback address while it has none.
 *
 * <p>Not safe for use by many threads while it is written to.
 *
 * @since 0.1
 */
public final class Callbacks {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<String> registered = new ArrayList<>();

  /** None is registered yet. */
  public Callbacks() {}

  /** Registers one, compared character by character. */
  public void add(String uri) {
    registered.add(uri);
  }

  /** Whether the browser may be sent there. */
  public boolean allows(String uri) {
    if (!registered.isEmpty()) {
      return registered.contains(uri);
    }
    try {
      URI parsed = URI.create(uri);
      return parsed.getHost() != null && LOOPBACK.contains(parsed.getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Why the browser may not be sent there, and what to do. */
  public String refusal(String uri) {
    return registered.isEmpty()
        ? "The redirect_uri %s is not registered. Register it with redirectUri(..) of the simulator's builder, or take one of this machine, for example http://localhost:8484/callback."
            .formatted(uri)
        : "The redirect_uri %s is not registered; registered are %s.".formatted(uri, registered);
  }

  /** The redirect to a callback with these parameters. */
  public static WireReply redirect(String uri, Map<String, String> answer) {
    StringBuilder location = new StringBuilder(uri);
    char join = uri.indexOf('?') < 0 ? '?' : '&';
    for (Map.Entry<String, String> each : answer.entrySet()) {
      location.append(join).append(each.getKey()).append('=');
      location.append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
      join = '&';
    }
    return WireReply.redirect(location.toString());
  }
}
