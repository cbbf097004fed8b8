package dev.ledgerkit.core.http;

import dev.ledgerkit.core.Binding;

/**
 * Where a binding's calls go.
 *
 * @param binding as it stands now
 * @param dialect how its provider is spoken to
 * @param client names the client registration, whose limits all its bindings share; not a secret
 * @since 0.1
 */
public record ApiRoute(Binding binding, ApiDialect dialect, String client) {}
