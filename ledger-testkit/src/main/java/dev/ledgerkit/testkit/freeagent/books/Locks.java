package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The date up to which nothing may change, and {@code /account_locks} that moves it. */
final class Locks {
  private final Book book;
  private Optional<LocalDate> lockedTo = Optional.empty();

  Locks(Book book) {
    this.book = book;
  }

  void lock(LocalDate to) {
    lockedTo = Optional.of(to);
  }

  /** Refuses a body that puts a record into a locked period. */
  void check(String field, Body body) {
    if (!field.isEmpty()) {
      body.date(field).ifPresent(this::check);
    }
  }

  boolean locked(LocalDate date) {
    return lockedTo.filter(to -> !date.isAfter(to)).isPresent();
  }

  void check(LocalDate date) {
    if (locked(date)) {
      throw Refused.because("dated_on is in a locked period");
    }
  }

  WireReply handle(Call call) {
    switch (call.request().method()) {
      case "GET" -> {}
      case "PUT" -> {
        Body body = Body.of(call.request().body(), "account_lock");
        lock(
            body.date("locked_to_date")
                .orElseThrow(() -> Refused.because("locked_to_date can't be blank")));
      }
      case "DELETE" -> lockedTo = Optional.empty();
      default -> throw Refused.with(404);
    }
    ObjectNode answer = Json.object();
    var locks = answer.putArray("account_locks");
    lockedTo.ifPresent(
        to ->
            locks
                .addObject()
                .put("locked_to_date", to.toString())
                .put("user_lock", true)
                .put("locked_by_description", "Sim User")
                .put("locked_by_url", book.links.url("users", call.userId())));
    LocalDate today = book.today();
    return WireReply.json(
        200,
        Json.write(
            answer
                .put("earliest_lock_date", today.minusYears(2).toString())
                .put("latest_lock_date", today.toString())));
  }
}
