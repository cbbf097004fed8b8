package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the program prints. Nothing it is given to say moves the cursor: what a provider wrote into
 * a name or a message is printed without its control characters.
 *
 * @param out for what was asked for
 * @param err for what is wrong
 * @param redraws whether a line can be drawn again in its place
 */
record Terminal(PrintStream out, PrintStream err, boolean redraws) {

  /** The one this program runs in. */
  static Terminal of(Map<String, String> environment) {
    return new Terminal(
        System.out,
        System.err,
        isTerminal(System.console()) && !"dumb".equals(environment.get("TERM")));
  }

  /** Up to Java 21 there is a console only in a terminal; from 22 on it says so itself. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** A line of what was asked for. */
  void say(String line) {
    out.println(printable(line));
  }

  /** A line about what is wrong. */
  void complain(String line) {
    err.println(printable(line));
  }

  /** Draws a line over the one before, which must not be longer. */
  void redraw(String line) {
    out.print("\r" + printable(line));
    out.flush();
  }

  /** Shows how far a run is, in the way that suits. */
  ProgressDisplay progress(LedgerClock clock) {
    return redraws ? new ProgressBar(this, clock) : new ProgressLines(this, clock);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
