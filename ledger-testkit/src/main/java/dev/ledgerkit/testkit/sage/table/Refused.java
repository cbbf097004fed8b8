package dev.ledgerkit.testkit.sage.table;

import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;

/**
 * A write or read the provider refuses, with the whole list of reasons.
 *
 * @since 0.1
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WireReply reply;

  private Refused(WireReply reply) {
    super(reply.body(), null, false, false);
    this.reply = reply;
  }

  public static Refused with(int status) {
    return new Refused(Problem.ofStatus(status));
  }

  public static Refused because(String message, String source) {
    return new Refused(Problem.invalid(message, source).reply(422));
  }

  public static Refused because(List<Problem> problems) {
    return new Refused(Problem.reply(422, problems));
  }

  public WireReply reply() {
    return reply;
  }
}
