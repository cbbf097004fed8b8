package dev.ledgerkit.crypto;

import static dev.ledgerkit.crypto.Samples.A;
import static dev.ledgerkit.crypto.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.store.RecordKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** No token in anything that leaves a vault but the token itself. */
class SecrecyTest {
  private final SeenStore store = new SeenStore();
  private final MasterKeys keys = MasterKeys.generate();
  private final EncryptedTokenVault vault = Samples.vault(store, keys);

  @Test
  void store_neverSeesATokenOrAKey() {
    RefreshLease lease = Samples.storeWithJournal(vault, A);
    vault.save(lease, Samples.token(2));
    vault.store(B, Samples.token(3));
    MasterKeys next =
        MasterKeys.fromSecret(Secret.of(new KeysetChange(keys.ring()).add().promoteLast().text()));
    EncryptedTokenVault rotated = Samples.vault(store, next);
    new KeyRotation(rotated, 1000, new SteppedClock()).run();

    assertThat(store.seen()).contains("token/shop-a").doesNotContain("sim-");
    assertThat(store.seen()).doesNotContain("keyData");
    assertThat(rotated.load(A).orElseThrow().token()).isEqualTo(Samples.token(2));
  }

  @Test
  void whatIsPrinted_holdsNoToken() {
    vault.store(A, Samples.token(1));

    assertThat("" + vault.load(A) + keys + store.get(EncryptedTokenVault.key(A)))
        .doesNotContain("sim-");
  }

  @Test
  void exceptions_holdNoToken_causesIncluded() {
    vault.store(A, Samples.token(1));
    vault.store(B, Samples.token(2));
    RecordKey key = EncryptedTokenVault.key(A);
    byte[] good = store.get(key).orElseThrow().value().clone();
    byte[][] bad = {
      "sim-access-1 in clear".getBytes(StandardCharsets.UTF_8),
      store.get(EncryptedTokenVault.key(B)).orElseThrow().value(),
      new byte[0],
      java.util.Arrays.copyOf(good, good.length - 1),
    };

    for (byte[] each : bad) {
      store.overwrite(key, each);
      Throwable thrown = catchThrowable(() -> vault.load(A));
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).contains("token/shop-a").doesNotContain("sim-");
    }
  }
}
