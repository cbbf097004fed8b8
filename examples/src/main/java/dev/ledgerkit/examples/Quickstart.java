package dev.ledgerkit.examples;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

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
    World world;
    try {
      Optional<Configuration> real = Configuration.of(environment);
      world = real.isPresent() ? real(real.get(), steps) : simulated(steps);
    } catch (ConfigurationException e) {
      err.println(oneLine(e));
      return MISCONFIGURED;
    }
    return walk(world, steps, err);
  }

  static int walk(World world, Steps steps, PrintStream err) {
    try (world) {
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

  private static World real(Configuration configuration, Steps steps) {
    RealSage sage =
        steps.step(
            "Listen for the callback",
            () -> new RealSage(configuration, new Browser(steps::say)),
            listening -> "at " + listening.redirectUri());
    steps.say("    " + sage.warning());
    return sage;
  }

  private static String oneLine(LedgerException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\R", " ");
  }
}
