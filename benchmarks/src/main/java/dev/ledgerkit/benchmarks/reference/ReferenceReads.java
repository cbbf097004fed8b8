package dev.ledgerkit.benchmarks.reference;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link ReferenceReadBenchmark} on one thread. */
public final class ReferenceReads {
  private ReferenceReads() {}

  /** {@code --small}: one short iteration. */
  public static void run(List<String> arguments) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(ReferenceReadBenchmark.class.getSimpleName())
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class);
    if (arguments.contains("--small")) {
      options
          .warmupIterations(1)
          .warmupTime(TimeValue.milliseconds(200))
          .measurementIterations(1)
          .measurementTime(TimeValue.milliseconds(200));
    }
    new Runner(options.build()).run();
  }
}
