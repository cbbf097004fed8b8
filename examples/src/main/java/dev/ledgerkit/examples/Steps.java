package dev.ledgerkit.examples;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Prints one line a step: its number, its name, how long it took, and what came of it. */
final class Steps {
  private static final String ARROW = "↔";

  private final PrintStream out;
  private final boolean plain;
  private final long start = System.nanoTime();
  private int count;
  private String current = "the start";

  /**
   * Steps on a console.
   *
   * @param charset what the console shows; an arrow it lacks is spelled out
   */
  Steps(PrintStream out, Charset charset) {
    this.out = out;
    this.plain = !charset.newEncoder().canEncode(ARROW);
  }

  /** Does the work, then prints its line; a step that throws prints none. */
  <T> T step(String name, Supplier<T> work, Function<T, String> told) {
    current = name;
    long before = System.nanoTime();
    T result = work.get();
    long took = millisSince(before);
    count++;
    say(String.format(Locale.ROOT, "%2d  %-24s %6d ms  %s", count, name, took, told.apply(result)));
    return result;
  }

  /** A line between the steps. */
  void say(String line) {
    out.println(plain ? line.replace(ARROW, "<->") : line);
  }

  /** The step under way, or the last one. */
  String current() {
    return current;
  }

  /** The last lines: how many steps, how long, and what {@code seen} adds. */
  void summary(String seen) {
    say("");
    say(
        String.format(
            Locale.ROOT,
            "%d steps in %.1f s. %s",
            count,
            Duration.ofMillis(millisSince(start)).toMillis() / 1000.0,
            seen));
  }

  private static long millisSince(long before) {
    return Duration.ofNanos(System.nanoTime() - before).toMillis();
  }
}
