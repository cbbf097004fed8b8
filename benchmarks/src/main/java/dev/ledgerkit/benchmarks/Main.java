package dev.ledgerkit.benchmarks;

import dev.ledgerkit.benchmarks.coldstart.ColdStart;
import dev.ledgerkit.benchmarks.hotpath.HotPath;
import dev.ledgerkit.benchmarks.parse.Parsing;
import dev.ledgerkit.benchmarks.prefetch.PrefetchTiming;
import dev.ledgerkit.benchmarks.reference.ReferenceReads;
import dev.ledgerkit.benchmarks.storm.StormSuite;
import java.util.Arrays;
import java.util.List;

/** Runs one suite: {@code java -jar benchmarks.jar <suite> [--small]}. */
public final class Main {
  private Main() {}

  /** Suites are listed in the README. */
  public static void main(String[] arguments) throws Exception {
    String suite = arguments.length == 0 ? "" : arguments[0];
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    switch (suite) {
      case "hot" -> HotPath.run(rest);
      case "storm" -> StormSuite.run(rest);
      case "cold" -> ColdStart.run(rest);
      case "prefetch" -> PrefetchTiming.run(rest);
      case "parse" -> Parsing.run(rest);
      case "reference" -> ReferenceReads.run(rest);
      default -> {
        System.err.println("Say which suite: hot, storm, prefetch, cold, parse, reference");
        System.exit(2);
      }
    }
    System.exit(0); // some peers leave threads behind
  }
}
