package dev.ledgerkit.testkit.freeagent.books;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Users, and the one the token belongs to. */
final class Users implements Rules {
  static final Spec SPEC =
      Spec.of(
              "users",
              "user",
              7,
              "LCGUD",
              """
              email!                 text
              first_name!            text
              last_name!             text
              role!                  one:Owner|Director|Partner|Company Secretary|Employee|Shareholder|Accountant
              opening_mileage!       decimal
              ni_number              text
              unique_tax_reference   text
              permission_level       integer
              hidden                 flag
              """)
          .views("all", "staff", "active_staff", "advisors", "active_advisors")
          .withoutSince();

  private static final Set<String> ADVISORS = Set.of("Accountant");

  private final Book book;

  Users(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    ObjectNode json = row.edit().put("hidden", body.flag("hidden"));
    if (!json.has("permission_level")) {
      json.put("permission_level", 0);
    }
    unique(row);
  }

  @Override
  public void update(Row row, Body body, Call call) {
    unique(row);
  }

  private void unique(Row row) {
    boolean taken =
        book.table("users").stream()
            .anyMatch(u -> u.id != row.id && u.text("email").equals(row.text("email")));
    if (taken) {
      throw Refused.because("email has already been taken");
    }
  }

  @Override
  public void delete(Row row) {
    if (row.text("role").equals("Owner")) {
      throw Refused.with(403, "The owner cannot be deleted");
    }
  }

  @Override
  public Optional<Row> named(String key, Call call) {
    return key.equals("me") ? book.table("users").find(call.userId()) : Optional.empty();
  }

  @Override
  public boolean inView(Row row, String view) {
    boolean advisor = ADVISORS.contains(row.text("role"));
    return advisor == view.endsWith("advisors")
        && !(view.startsWith("active") && row.flag("hidden"));
  }
}
