package dev.ledgerkit.connector;

import dev.ledgerkit.core.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with properties, collected so that all of it is said at once. One thread's. */
final class Findings {
  private final List<Problem> problems = new ArrayList<>();

  void add(ConnectionProperty property, String code, String message) {
    problems.add(new Problem(property.spelling(), code, Sentence.open(message)));
  }

  void addUnknown(String name, String message) {
    problems.add(new Problem(name, PropertiesRefusedException.UNKNOWN, message));
  }

  /** Throws if there are any. */
  void refuse() {
    if (!problems.isEmpty()) {
      throw new PropertiesRefusedException(problems);
    }
  }
}
