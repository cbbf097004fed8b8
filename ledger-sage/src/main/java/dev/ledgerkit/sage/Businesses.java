package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageBusinessDraft;
import dev.ledgerkit.sage.model.SageBusiness;
import dev.ledgerkit.sage.query.PlainQuery;

/**
 * The businesses the grant of a binding reaches, whichever of them the binding is locked to.
 *
 * @since 0.1
 */
public interface Businesses
    extends Reads<SageBusiness, PlainQuery>, Updates<SageBusiness, SageBusinessDraft> {

  /** The one Sage takes when a call names none; the user can make it another at any time. */
  SageBusiness lead();
}
