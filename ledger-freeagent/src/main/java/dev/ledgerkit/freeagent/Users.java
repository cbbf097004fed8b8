package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.UserDraft;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.query.UserQuery;

/**
 * The users of the company.
 *
 * @since 0.1
 */
public interface Users extends EditableResource<User, UserQuery, UserDraft> {
  /** Whose token it is; their access level is what the binding may do. */
  User me();

  /**
   * Changes the user whose token it is, as {@link Updates#update} does others.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if a cleared field is unknown or also set
   */
  User updateMe(UserDraft changes, String... cleared);
}
