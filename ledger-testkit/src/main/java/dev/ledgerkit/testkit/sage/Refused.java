package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;

/** A write or read the provider refuses, with the whole list of reasons. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WireReply reply;

  private Refused(WireReply reply) {
    super(reply.body(), null, false, false);
    this.reply = reply;
  }

  static Refused with(int status) {
    return new Refused(Problem.ofStatus(status));
  }

  static Refused because(String message, String source) {
    return new Refused(Problem.invalid(message, source).reply(422));
  }

  static Refused because(List<Problem> problems) {
    return new Refused(Problem.reply(422, problems));
  }

  WireReply reply() {
    return reply;
  }
}
