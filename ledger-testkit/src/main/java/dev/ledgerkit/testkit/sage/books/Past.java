package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Two years in the life of a business: every kind of record comes as the rules make it, one after
 * the other, the last a minute ago.
 *
 * @since 0.1
 */
public final class Past {
  /** Fewer are not enough for one of each kind. */
  public static final int LEAST = 500;

  private static final Duration SPAN = Duration.ofDays(730);

  /** What one piece of work adds at most, with the postings behind it. */
  private static final int MOST_AT_ONCE = 20;

  /** Adds one record alone. */
  private static final String SINGLE = "services";

  private static final Map<String, Integer> SHARES =
      Map.ofEntries(
          Map.entry("contacts", 14),
          Map.entry("addresses", 4),
          Map.entry("contact_persons", 3),
          Map.entry("products", 5),
          Map.entry("services", 3),
          Map.entry("stock_items", 3),
          Map.entry("stock_movements", 12),
          Map.entry("sales_invoices", 40),
          Map.entry("sales_credit_notes", 5),
          Map.entry("purchase_invoices", 22),
          Map.entry("purchase_credit_notes", 3),
          Map.entry("contact_payments", 32),
          Map.entry("contact_allocations", 3),
          Map.entry("other_payments", 12),
          Map.entry("bank_transfers", 4),
          Map.entry("journals", 6),
          Map.entry("ledger_accounts", 1));

  private final ChurnTools tools;
  private final Inventions inventions;
  private final int records;
  private final Instant now;
  private final Instant beginning;
  private final List<String> drawn = new ArrayList<>();

  Past(ChurnTools tools, int records) {
    this.tools = tools;
    this.inventions = new Inventions(tools);
    this.records = records;
    tools.book().present();
    this.now = tools.book().now().minusSeconds(60);
    this.beginning = beginning(tools.book().now());
    SHARES.keySet().stream()
        .sorted()
        .forEach(path -> drawn.addAll(Collections.nCopies(SHARES.getOrDefault(path, 0), path)));
  }

  /** When it all began, for what is there before the first piece of work. */
  static Instant beginning(Instant now) {
    return now.minus(SPAN);
  }

  void live() {
    date();
    for (String path : Streams.ALL) {
      add(path);
    }
    while (total() + MOST_AT_ONCE < records) {
      date();
      add(drawn.get(tools.below(drawn.size())));
    }
    while (total() < records) {
      date();
      add(SINGLE);
    }
  }

  private void add(String path) {
    Resource resource = tools.resource(path);
    try {
      inventions.create(path).ifPresent(fields -> resource.insert(new Body(fields, "")));
    } catch (Refused refused) {
      // What it needed is gone or paid meanwhile; there is enough other work.
    }
    tools.book().rest();
  }

  /** As far into the span as there are records already. */
  private void date() {
    double lived = Math.min(1, (double) total() / records);
    long seconds = (long) (Duration.between(beginning, now).toSeconds() * lived);
    tools.book().past(beginning.plusSeconds(seconds));
  }

  private int total() {
    return Streams.ALL.stream().mapToInt(path -> tools.resource(path).listed()).sum();
  }
}
