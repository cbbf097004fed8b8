package dev.ledgerkit.sage;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import java.util.ArrayList;
import java.util.List;

/** What Ledger adds to what Sage said. */
final class Remedy {
  private Remedy() {}

  static List<Problem> added(ValidationException refused, String remedy) {
    List<Problem> problems = new ArrayList<>(refused.problems());
    problems.add(new Problem("", "", remedy));
    return problems;
  }
}
