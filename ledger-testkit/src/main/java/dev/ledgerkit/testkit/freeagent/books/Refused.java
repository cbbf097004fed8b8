package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.WireReply;
import java.util.List;

/** A request the provider refuses. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient WireReply reply;

  private Refused(WireReply reply) {
    super(reply.body(), null, false, false);
    this.reply = reply;
  }

  static Refused with(int status) {
    return new Refused(Answers.ofStatus(status));
  }

  static Refused with(int status, String message) {
    return new Refused(Answers.error(status, message));
  }

  static Refused because(String... messages) {
    return new Refused(Answers.errors(422, List.of(messages)));
  }

  static Refused because(List<String> messages) {
    return new Refused(Answers.errors(422, messages));
  }

  WireReply reply() {
    return reply;
  }
}
