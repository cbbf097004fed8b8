package dev.ledgerkit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.StoredRecord;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the vault adds to Tink: a pair of 1.3 KB tokens sealed and opened, then stored and loaded
 * over a store that costs a field, beside the same bytes through the same cipher. In the package of
 * what is measured, since nobody else sees the seal.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class VaultBenchmark {
  private static final BindingId ID = new BindingId("shop-1");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final OauthToken token = pair();
  private final Aead tink = tink();
  // As long as the vault's own: header, lengths, tokens and scope; format and context.
  private final byte[] plaintext = new byte[45 + 8 + 2 * 1300 + 11];
  private final byte[] associatedData = new byte[24];
  private final byte[] ciphertext = encrypted();
  private final SealContext context = new SealContext("sage", "UK");
  private final TokenSeal seal = new TokenSeal(MasterKeys.generate(), id -> context);
  private final VaultedToken vaulted = new VaultedToken(token, 1, List.of());
  private final StoredRecord stored =
      new StoredRecord(EncryptedTokenVault.key(ID), seal.seal(ID, vaulted), 1, null);
  private final TokenVault vault = vault();

  @Benchmark
  public byte[] encryptWithTink() throws GeneralSecurityException {
    return tink.encrypt(plaintext, associatedData);
  }

  @Benchmark
  public byte[] decryptWithTink() throws GeneralSecurityException {
    return tink.decrypt(ciphertext, associatedData);
  }

  @Benchmark
  public byte[] sealPair() {
    return seal.seal(ID, vaulted);
  }

  @Benchmark
  public VaultedToken openPair() {
    return seal.open(ID, stored);
  }

  @Benchmark
  public VaultedToken storePair() {
    return vault.store(ID, token);
  }

  @Benchmark
  public Optional<VaultedToken> loadPair() {
    return vault.load(ID);
  }

  private TokenVault vault() {
    TokenVault made =
        new EncryptedTokenVault(new OneRecordStore(), MasterKeys.generate(), id -> context);
    made.store(ID, token);
    return made;
  }

  private byte[] encrypted() {
    try {
      return tink.encrypt(plaintext, associatedData);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Aead tink() {
    try {
      return KeysetHandle.newBuilder()
          .setConfiguration(AeadConfig2026.get())
          .addEntry(
              KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                  .withRandomId()
                  .makePrimary())
          .build()
          .getPrimitive(AeadConfig2026.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OauthToken pair() {
    return new OauthToken(
        Secret.of("a".repeat(1300)),
        Secret.of("r".repeat(1300)),
        NOW.plusSeconds(300),
        NOW.plusSeconds(2_678_400),
        "full_access",
        NOW);
  }
}
