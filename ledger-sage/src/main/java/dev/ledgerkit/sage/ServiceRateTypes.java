package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.ServiceRateTypeDraft;
import dev.ledgerkit.sage.model.ServiceRateType;
import dev.ledgerkit.sage.query.ServiceRateTypeQuery;

/**
 * Kinds of rates, of which every service may have one. Sage tells which changed, and not which were
 * deleted.
 *
 * @since 0.1
 */
public interface ServiceRateTypes
    extends EditableResource<ServiceRateType, ServiceRateTypeQuery, ServiceRateTypeDraft>,
        Deletes {}
