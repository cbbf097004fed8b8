package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.oauth.Pkce;
import java.util.Optional;

/** An authorization request that passed its checks and waits for the user. */
record ConsentRequest(
    String redirectUri,
    String scope,
    Optional<String> state,
    Optional<String> country,
    Pkce pkce) {}
