package dev.ledgerkit.connector;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/** Which of the businesses a grant reaches is meant. */
final class BusinessChoice {
  private final String wanted;

  /**
   * A choice.
   *
   * @param wanted an id or a name; empty takes the only one
   */
  BusinessChoice(String wanted) {
    this.wanted = wanted;
  }

  /**
   * The one.
   *
   * @throws ConfigurationException listing them if it is none of them, or could be several
   */
  Business of(List<Business> reached) {
    List<Business> meant = wanted.isEmpty() ? reached : reached.stream().filter(this::is).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (reached.isEmpty()) {
      throw new ConfigurationException(
          "Business: the user of this connection reaches none; let one with access consent.");
    }
    throw new ConfigurationException(
        "Business: %s; set it to the id of one: %s."
            .formatted(
                wanted.isEmpty()
                    ? "several are reached and none was named"
                    : "'%s' is %s"
                        .formatted(wanted, meant.isEmpty() ? "none of them" : "not unique"),
                reached.stream()
                    .map(each -> each.name() + " (" + each.id() + ")")
                    .collect(Collectors.joining(", "))));
  }

  /** Holds a connection that was settled before to what is asked for now. */
  void check(Binding settled, String connection) {
    Business locked = settled.business();
    if (locked != null && !wanted.isEmpty() && !is(locked)) {
      throw new ConfigurationException(
          "Business: connection '%s' is bound to %s (%s) for good, not to '%s'; set another ConnectionName for that."
              .formatted(connection, locked.name(), locked.id(), wanted));
    }
  }

  private boolean is(Business business) {
    return business.id().equals(wanted) || business.name().equalsIgnoreCase(wanted);
  }
}
