package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * The program behind the README's "Run it": connects a Sage business, posts and pays an invoice,
 * lets the token be refreshed, and disconnects. Without configuration against a simulator; with
 * {@code SAGE_CLIENT_ID} and {@code SAGE_CLIENT_SECRET} against Sage itself.
 */
final class Quickstart {
  static final int DONE = 0;
  static final int STOPPED = 1;
  static final int MISCONFIGURED = 2;

  private Quickstart() {}

  public static void main(String[] args) {
    int code = run(System.getenv(), System.out, System.err);
    if (code != DONE) {
      System.exit(code);
    }
  }

  /** The program as a function: environment in, lines out. */
  static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
    Steps steps = new Steps(out, Charset.defaultCharset());
    try (World world = simulated(steps)) {
      new Journey(world, steps).walk();
      return DONE;
    } catch (LedgerException e) {
      err.println("Stopped at '" + steps.current() + "': " + oneLine(e));
      return STOPPED;
    }
  }

  private static World simulated(Steps steps) {
    return steps.step(
        "Start the simulator", SimulatedSage::new, sage -> "Sage, simulated at " + sage.baseUri());
  }

  private static String oneLine(LedgerException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\R", " ");
  }
}
