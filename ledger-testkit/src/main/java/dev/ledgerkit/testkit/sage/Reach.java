package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.sage.table.SimBusiness;
import java.util.List;
import java.util.UUID;

/** What one consent gave: a scope, some businesses, and the user who gave it. */
record Reach(String scope, List<SimBusiness> businesses, String userId) {
  Reach(String scope, List<SimBusiness> businesses) {
    this(scope, List.copyOf(businesses), UUID.randomUUID().toString());
  }

  boolean readOnly() {
    return scope.equals("readonly");
  }
}
