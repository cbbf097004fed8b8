package dev.ledgerkit.connector;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.crypto.MasterKeys;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What a host gave its connector. */
record Parts(
    List<ProviderFactory<?>> factories,
    ConsentPrompt prompt,
    LedgerClock clock,
    LedgerListener listener,
    @Nullable OkHttpClient http,
    @Nullable MasterKeys keys) {

  Parts {
    factories = List.copyOf(factories);
  }
}
