package dev.ledgerkit.testkit.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer before faults and the socket have their say.
 *
 * @param charset how the body becomes bytes
 * @since 0.1
 */
public record WireReply(int status, Map<String, String> headers, String body, Charset charset) {

  public WireReply {
    headers = Map.copyOf(headers);
  }

  public WireReply(int status, Map<String, String> headers, String body) {
    this(status, headers, body, StandardCharsets.UTF_8);
  }

  public static WireReply json(int status, String body) {
    return new WireReply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }

  public static WireReply html(int status, String body) {
    return new WireReply(status, Map.of("Content-Type", "text/html; charset=utf-8"), body);
  }

  /** Exactly these bytes; Latin-1 gives each byte a character of its own. */
  public static WireReply bytes(String contentType, byte[] body) {
    return new WireReply(
        200,
        Map.of("Content-Type", contentType),
        new String(body, StandardCharsets.ISO_8859_1),
        StandardCharsets.ISO_8859_1);
  }

  public static WireReply noContent() {
    return new WireReply(204, Map.of(), "");
  }

  public static WireReply redirect(String location) {
    return new WireReply(302, Map.of("Location", location), "");
  }

  public WireReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new WireReply(status, more, body, charset);
  }
}
