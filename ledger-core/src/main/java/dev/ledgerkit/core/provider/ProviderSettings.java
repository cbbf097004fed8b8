package dev.ledgerkit.core.provider;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a provider can be made of by code that does not know which it is.
 *
 * @param clientId of the registration
 * @param clientSecret its secret
 * @param region the provider's region or environment, in any spelling it takes; empty for its
 *     default
 * @param endpoint a bare base that API and OAuth URLs follow, for example {@code
 *     https://api.example.com}; null for the provider's own endpoints
 * @param clock what time it is
 * @since 0.1
 */
public record ProviderSettings(
    String clientId,
    Secret clientSecret,
    String region,
    @Nullable URI endpoint,
    LedgerClock clock) {}
