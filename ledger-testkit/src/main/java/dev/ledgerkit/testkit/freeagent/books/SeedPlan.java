package dev.ledgerkit.testkit.freeagent.books;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** How many records of each resource a company begins with, and when each of them came. */
final class SeedPlan {
  private static final Duration SPAN = Duration.ofDays(730);
  private static final Duration APART = Duration.ofMinutes(1);
  private static final int WHOLE = 1000;

  /** Of a thousand records; what is left are bank transactions. */
  private static final Map<String, Integer> SHARES =
      Map.ofEntries(
          Map.entry("contacts", 80),
          Map.entry("projects", 20),
          Map.entry("price_list_items", 30),
          Map.entry("stock_items", 10),
          Map.entry("invoices", 220),
          Map.entry("credit_notes", 30),
          Map.entry("credit_note_reconciliations", 10),
          Map.entry("bills", 120),
          Map.entry("expenses", 100),
          Map.entry("bank_transaction_explanations", 140),
          Map.entry("journal_sets", 20));

  private final ToIntFunction<String> counts;
  private final boolean everything;
  private final Instant now;

  private SeedPlan(ToIntFunction<String> counts, boolean everything, Instant now) {
    this.counts = counts;
    this.everything = everything;
    this.now = now;
  }

  /** What the company was asked for, a minute apart. */
  static SeedPlan asked(CompanyProfile profile, Instant now) {
    return new SeedPlan(profile::seeds, false, now);
  }

  /** So many records over all resources, spread over two years. */
  static SeedPlan everything(int records, Instant now) {
    Map<String, Integer> counts = new HashMap<>();
    SHARES.forEach((path, share) -> counts.put(path, (int) ((long) records * share / WHOLE)));
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    counts.put("bank_transactions", records - sum);
    return new SeedPlan(path -> counts.getOrDefault(path, 0), true, now);
  }

  int count(String path) {
    return counts.applyAsInt(path);
  }

  /** Whether some documents are paid, and some transactions explained. */
  boolean settles() {
    return everything;
  }

  /** The {@code i}-th, counted from 0; the last of them came a step ago. */
  Instant planted(String path, int i) {
    long left = (long) count(path) - i;
    return everything
        ? now.minusMillis(SPAN.toMillis() / count(path) * left)
        : now.minus(APART.multipliedBy(left));
  }

  LocalDate day(String path, int i) {
    return planted(path, i).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
