package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The command {@code replicate}: copies the books of a business into JSON Lines files, and what
 * changed since into the same files when it is run again. Without a properties file the books are
 * simulated ones, of a Sage and of a FreeAgent.
 */
final class Replicate {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  private static final String PROPERTIES = ".properties";

  private static final List<String> USAGE =
      List.of(
          "Usage: Replicate [directory]                      simulated books",
          "       Replicate settings.properties [directory]  the books the settings name",
          "The directory is made if it is not there; default: one below target/replica.");

  private Replicate() {}

  public static void main(String[] args) {
    int code = run(List.of(args), Terminal.of(System.getenv()), LedgerClock.system());
    if (code != DONE) {
      System.exit(code);
    }
  }

  /** The program as a function: arguments in, lines out. */
  static int run(List<String> args, Terminal terminal, LedgerClock clock) {
    try {
      return dispatch(args, terminal, clock);
    } catch (InvalidPathException e) {
      terminal.complain("'%s' is no path here (%s).".formatted(e.getInput(), e.getReason()));
      return MISUSED;
    } catch (LedgerException e) {
      terminal.complain(String.valueOf(e.getMessage()));
      return FAILED;
    }
  }

  private static int dispatch(List<String> args, Terminal terminal, LedgerClock clock) {
    if (args.stream().anyMatch(arg -> arg.isBlank() || arg.startsWith("-"))) {
      return misused(terminal);
    }
    if (args.stream().anyMatch(arg -> arg.startsWith("jdbc:"))) {
      terminal.complain(
          "This example writes files; for a database give JdbcSink a DataSource with your driver.");
      return MISUSED;
    }
    if (!args.isEmpty() && isSettings(args.get(0)) && args.size() <= 2) {
      ConfiguredReplication configured =
          new ConfiguredReplication(terminal, clock, new CtrlC(CtrlC.PATIENCE));
      return configured.run(Path.of(args.get(0)), args.size() == 1 ? null : Path.of(args.get(1)));
    }
    SimulatedReplication simulated = new SimulatedReplication(terminal, clock);
    return switch (args.size()) {
      case 0 -> simulated.run();
      case 1 -> simulated.run(Path.of(args.get(0)));
      default -> misused(terminal);
    };
  }

  private static boolean isSettings(String arg) {
    return arg.endsWith(PROPERTIES) || Files.isRegularFile(Path.of(arg));
  }

  private static int misused(Terminal terminal) {
    USAGE.forEach(terminal::complain);
    return MISUSED;
  }
}
