package dev.ledgerkit.core.provider;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.Paged;
import java.util.function.BiFunction;

/**
 * A list a settings page needs, and how it is read.
 *
 * @param kind what hosts ask for it by
 * @param reader reads it for a binding; throws what {@link ApiClient#call} throws
 * @since 0.1
 */
public record ReferenceList(
    ReferenceKind kind, BiFunction<ApiClient, BindingId, Paged<ReferenceItem>> reader) {}
