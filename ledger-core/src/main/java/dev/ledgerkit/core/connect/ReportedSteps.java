package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectionReport.Check;
import dev.ledgerkit.core.connect.ConnectionReport.Outcome;
import dev.ledgerkit.core.connect.ConnectionReport.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The steps of one check: none is made after one that failed. Not safe for use by many threads. */
final class ReportedSteps {
  private final LedgerClock clock;
  private final List<Step> steps = new ArrayList<>();
  private boolean failed;

  ReportedSteps(LedgerClock clock) {
    this.clock = clock;
  }

  void step(Check check, Supplier<String> work, Function<LedgerException, String> remedy) {
    if (failed) {
      skip(check);
      return;
    }
    long began = clock.nanoTime();
    try {
      String detail = work.get();
      add(check, Outcome.PASSED, began, detail, "");
    } catch (LedgerException e) {
      failed = true;
      boolean lapsed =
          check == Check.PERMISSION
              && e instanceof ApiException refused
              && (refused.status() == 401 || refused.status() == 402);
      if (lapsed) {
        add(check, Outcome.PASSED, began, "the user is known", "");
        add(Check.SUBSCRIPTION, Outcome.FAILED, began, said(e), remedy.apply(e));
      } else {
        add(check, Outcome.FAILED, began, said(e), remedy.apply(e));
      }
    }
  }

  void skip(Check... checks) {
    for (Check check : checks) {
      if (steps.stream().noneMatch(step -> step.check() == check)) {
        steps.add(new Step(check, Outcome.SKIPPED, Duration.ZERO, "", ""));
      }
    }
  }

  ConnectionReport report() {
    return new ConnectionReport(steps);
  }

  private void add(Check check, Outcome outcome, long began, String detail, String remedy) {
    steps.add(new Step(check, outcome, Duration.ofNanos(clock.nanoTime() - began), detail, remedy));
  }

  private static String said(LedgerException e) {
    return String.valueOf(e.getMessage());
  }
}
