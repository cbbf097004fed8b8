package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.Secret;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cleans what a server says about a refusal before anybody may read it: some repeat the request,
 * and what they say goes into messages, logs and events.
 *
 * @param sent what must not come back
 */
record Redaction(List<String> sent) {
  private static final int LONGEST = 200;

  /** Shorter values are words of the protocol, and would be found everywhere. */
  private static final int SHORTEST_SECRET = 8;

  static Redaction of(Collection<String> fields, Secret clientSecret) {
    return new Redaction(
        Stream.concat(fields.stream(), Stream.of(clientSecret.reveal()))
            .filter(value -> value.length() >= SHORTEST_SECRET)
            .filter(value -> !value.equals("refresh_token") && !value.equals("authorization_code"))
            .toList());
  }

  TokenReply apply(TokenReply reply) {
    if (reply instanceof TokenReply.Refused refused) {
      return new TokenReply.Refused(clean(refused.error()), clean(refused.description()));
    }
    if (reply instanceof TokenReply.Misconfigured wrong) {
      return new TokenReply.Misconfigured(clean(wrong.error()), clean(wrong.description()));
    }
    return reply;
  }

  private String clean(String text) {
    String clean = text;
    for (String secret : sent) {
      clean = clean.replace(secret, "***");
    }
    clean = clean.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }

  /** Never what it looks for. */
  @Override
  public String toString() {
    return "Redaction[" + sent.size() + "]";
  }
}
