package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.freeagent.books.Answers;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;

/**
 * Errors in each of the shapes this provider has for them.
 *
 * <p>Stateless, so safe for use by many threads.
 *
 * <pre>{@code
 * simulator.script().on(Endpoint.API).then(FreeAgentFaults.refused("ec_status is invalid"));
 * }</pre>
 *
 * @since 0.1
 */
public final class FreeAgentFaults {
  private static final String JSON = "application/json; charset=utf-8";

  private FreeAgentFaults() {}

  /** 422 with a list of messages, the field inside the text. */
  public static Fault refused(String... messages) {
    return of(Answers.errors(422, List.of(messages)));
  }

  /** An error with one message in an object, for example 403 {@code Access denied}. */
  public static Fault error(int status, String message) {
    return of(Answers.error(status, message));
  }

  /** An error of RFC 6749, as a token endpoint gives it. */
  public static Fault oauthError(int status, String error) {
    return Fault.reply(status, JSON, "{\"error\":\"" + error + "\"}");
  }

  /** An error that is no JSON at all. */
  public static Fault plainText(int status, String text) {
    return of(Answers.plain(status, text));
  }

  /** 422 with messages by field; met in others' tests only. */
  public static Fault fieldError(String field, String message) {
    return Fault.reply(422, JSON, "{\"errors\":{\"" + field + "\":[\"" + message + "\"]}}");
  }

  private static Fault of(WireReply reply) {
    return Fault.reply(
        reply.status(), reply.headers().getOrDefault("Content-Type", JSON), reply.body());
  }
}
