package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which contacts a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ContactView(@JsonValue String value) {
  /** Hidden ones too; what Ledger asks for unless told. */
  public static final ContactView ALL = new ContactView("all");

  /** Those that are not hidden. */
  public static final ContactView ACTIVE = new ContactView("active");

  /** Customers. */
  public static final ContactView CLIENTS = new ContactView("clients");

  /** Suppliers. */
  public static final ContactView SUPPLIERS = new ContactView("suppliers");

  /** Those with active projects. */
  public static final ContactView ACTIVE_PROJECTS = new ContactView("active_projects");

  /** Those with completed projects. */
  public static final ContactView COMPLETED_PROJECTS = new ContactView("completed_projects");

  /** Customers with open invoices. */
  public static final ContactView OPEN_CLIENTS = new ContactView("open_clients");

  /** Suppliers with open bills. */
  public static final ContactView OPEN_SUPPLIERS = new ContactView("open_suppliers");

  /** Hidden ones only. */
  public static final ContactView HIDDEN = new ContactView("hidden");

  @Override
  public String toString() {
    return value;
  }
}
