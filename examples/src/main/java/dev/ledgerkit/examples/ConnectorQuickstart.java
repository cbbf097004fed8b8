package dev.ledgerkit.examples;

import dev.ledgerkit.connector.Connection;
import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.Connector;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.sage.SageProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A connection configured by properties: opened, tested, and opened again without a consent.
 * Without an argument against a simulator, where time can pass too; with the path of a properties
 * file, or a connection string, against the account it names.
 */
final class ConnectorQuickstart {
  static final int DONE = 0;
  static final int STOPPED = 1;
  static final int MISCONFIGURED = 2;

  private ConnectorQuickstart() {}

  public static void main(String[] args) {
    int code = run(args, System.out, System.err);
    if (code != DONE) {
      System.exit(code);
    }
  }

  /** The program as a function: arguments in, lines out. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    Steps steps = new Steps(out, Charset.defaultCharset());
    try {
      if (args.length == 0) {
        simulated(steps);
      } else {
        real(configured(args[0]), steps);
      }
      return DONE;
    } catch (ConfigurationException e) {
      err.println(oneLine(e));
      return MISCONFIGURED;
    } catch (LedgerException e) {
      err.println("Stopped at '" + steps.current() + "': " + oneLine(e));
      return STOPPED;
    }
  }

  private static void simulated(Steps steps) {
    try (SimulatedDesk desk = new SimulatedDesk()) {
      Connector connector = desk.connector();
      ConnectionProperties properties = desk.properties();
      steps.say("    " + properties);
      open("First connection", connector, properties, steps);
      steps.say("    " + desk.seen());
      open("Second connection", connector, properties, steps);
      steps.say("    " + desk.seen());
      desk.letTheAccessTokenDie();
      open("After the token died", connector, properties, steps);
      steps.summary(desk.seen());
    }
  }

  private static void real(ConnectionProperties properties, Steps steps) {
    Connector connector =
        Connector.builder()
            .provider(SageProvider.factory())
            .provider(FreeAgentProvider.factory())
            .browser(new Browser(steps::say))
            .build();
    open("First connection", connector, properties, steps);
    open("Second connection", connector, properties, steps);
    steps.summary("Nothing was written to the books.");
  }

  private static void open(
      String name, Connector connector, ConnectionProperties properties, Steps steps) {
    try (Connection connection =
        steps.step(name, () -> connector.open(properties), opened -> opened.binding().label())) {
      steps.step("Test it", connection::test, test -> test.message());
    }
  }

  /** A text with a sign of equality is no path anybody would choose. */
  private static ConnectionProperties configured(String argument) {
    if (argument.contains("=")) {
      return ConnectionProperties.parse(argument);
    }
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(argument), StandardCharsets.UTF_8)) {
      properties.load(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          "The properties file '%s' cannot be read; name one, or pass a connection string."
              .formatted(argument),
          e);
    }
    return ConnectionProperties.of(properties);
  }

  private static String oneLine(LedgerException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\R", " ");
  }
}
