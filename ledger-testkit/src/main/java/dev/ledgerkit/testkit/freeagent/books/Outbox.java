package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** Emails that were sent, and who may send them. */
final class Outbox {
  private final Book book;
  private final List<String> sent = new ArrayList<>();

  Outbox(Book book) {
    this.book = book;
  }

  void send(Row document, Body email) {
    boolean template = email.flag("use_template");
    Row contact = book.get("contacts", document.text("contact"));
    String to = email.has("to") ? email.text("to") : contact.text("email");
    if (to.isEmpty()) {
      throw Refused.because("email.to can't be blank");
    }
    for (Body attachment : email.list("attachments")) {
      Attachments.check(attachment, false);
    }
    boolean verified =
        !email.has("from")
            || addresses().stream().anyMatch(address -> email.text("from").contains(address));
    if (!verified) {
      throw Refused.because("email.from is not a verified sender address");
    }
    sent.add(
        Json.write(
            Json.object()
                .put("document", book.url(document))
                .put("to", to)
                .put("subject", email.text("subject"))
                .put("use_template", template)
                .put("attachments", email.list("attachments").size())));
  }

  List<String> sent() {
    return List.copyOf(sent);
  }

  private List<String> addresses() {
    return book.table("users").stream().map(user -> user.text("email")).toList();
  }

  WireReply senders() {
    ArrayNode senders = Json.array();
    addresses().forEach(senders::add);
    return WireReply.json(200, Json.write(Json.object().set("email_addresses", senders)));
  }
}
