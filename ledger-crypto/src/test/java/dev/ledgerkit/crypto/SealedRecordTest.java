package dev.ledgerkit.crypto;

import static dev.ledgerkit.crypto.Samples.A;
import static dev.ledgerkit.crypto.Samples.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

/** The bytes of a record: what can be read in them, and that none can be changed or moved. */
class SealedRecordTest {
  private static final RecordKey KEY_A = new RecordKey("token", "shop-a");
  private static final RecordKey KEY_B = new RecordKey("token", "shop-b");

  private final SeenStore store = new SeenStore();
  private final MasterKeys keys = MasterKeys.generate();
  private final TokenVault vault = Samples.vault(store, keys);

  @Property(tries = 200)
  void anyPair_comesBackAsItWas(
      @ForAll @NotBlank @StringLength(max = 3000) String access,
      @ForAll @NotBlank @StringLength(max = 3000) String refresh,
      @ForAll @LongRange(min = 1) long epoch,
      @ForAll @Size(max = 8) List<@WithNull(0.3) ReconnectCause> journal) {
    TokenSeal seal = new TokenSeal(keys, Samples.region("UK"));
    List<RefreshAttempt> attempts = new ArrayList<>();
    for (ReconnectCause verdict : journal) {
      RefreshAttempt attempt =
          RefreshAttempt.begin("0123abcd", epoch, attempts.size(), SteppedClock.START.plusNanos(1));
      attempts.add(verdict == null ? attempt : attempt.refused(verdict));
    }
    OauthToken token = Samples.token(wellFormed(access), wellFormed(refresh));
    VaultedToken vaulted = new VaultedToken(token, epoch, attempts);

    StoredRecord stored = new StoredRecord(KEY_A, seal.seal(A, vaulted), 1, null);

    assertThat(seal.open(A, stored)).isEqualTo(vaulted);
  }

  @Test
  void everyBit_flipped_isFoundOut() {
    Samples.storeWithJournal(vault, A);
    byte[] good = bytes(KEY_A);

    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      store.overwrite(KEY_A, bad);

      String key = Integer.toUnsignedString(ByteBuffer.wrap(bad).getInt(1));
      assertThatThrownBy(() -> vault.load(A))
          .as("bit %d", bit)
          .isExactlyInstanceOf(VaultException.class)
          .hasMessageContaining("token/shop-a")
          .hasMessageContaining(bit < 8 ? "key" : key)
          .hasMessageNotContaining("sim-");
    }
  }

  @Test
  void everyTruncation_isFoundOut() {
    Samples.storeWithJournal(vault, A);
    byte[] good = bytes(KEY_A);

    for (int length = 0; length < good.length; length++) {
      store.overwrite(KEY_A, Arrays.copyOf(good, length));

      assertThatThrownBy(() -> vault.load(A))
          .as("cut to %d", length)
          .isExactlyInstanceOf(VaultException.class)
          .hasMessageContaining("token/shop-a")
          .hasMessageContaining(length < 5 ? "key unknown" : Long.toString(keys.primaryKeyId()));
    }
    store.overwrite(KEY_A, Arrays.copyOf(good, good.length + 1));
    assertThatThrownBy(() -> vault.load(A)).isInstanceOf(VaultException.class);
  }

  @Test
  void recordOfAnotherBinding_doesNotOpen() {
    vault.store(A, Samples.token(1));
    vault.store(B, Samples.token(2));
    store.overwrite(KEY_B, bytes(KEY_A));

    assertThatThrownBy(() -> vault.load(B))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("token/shop-b")
        .hasMessageContaining(Long.toString(keys.primaryKeyId()))
        .hasMessageContaining("another binding");
    assertThat(vault.load(A)).isPresent();
  }

  @Test
  void recordOfAnotherRegionOrProvider_doesNotOpen() {
    vault.store(A, Samples.token(1));

    assertThatThrownBy(() -> new EncryptedTokenVault(store, keys, Samples.region("US")).load(A))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("region");
    assertThatThrownBy(
            () ->
                new EncryptedTokenVault(store, keys, id -> new SealContext("freeagent", "UK"))
                    .load(A))
        .isInstanceOf(VaultException.class);
    // The same letters, divided otherwise.
    assertThatThrownBy(
            () -> new EncryptedTokenVault(store, keys, id -> new SealContext("sageU", "K")).load(A))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void recordOfAnotherFormat_doesNotOpen() {
    vault.store(A, Samples.token(1));
    byte[] later = bytes(KEY_A);
    later[0] = 2;
    store.overwrite(KEY_A, later);

    assertThatThrownBy(() -> vault.load(A))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("token/shop-a")
        .hasMessageContaining("does not start as one");
  }

  /** The arrays that a vault uses again are left over from other pairs, longer or shorter. */
  @Test
  void pairsOfManyLengths_inTurn_keepApart() {
    List<OauthToken> pairs = new ArrayList<>();
    for (int length : new int[] {1300, 1, 1300, 700, 1300, 1300, 2}) {
      pairs.add(Samples.token("a".repeat(length), "r".repeat(2001 - length)));
    }
    for (int i = 0; i < pairs.size(); i++) {
      vault.store(new BindingId("shop-" + i), pairs.get(i));
    }
    List<OauthToken> opened = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      opened.add(vault.load(new BindingId("shop-" + i)).orElseThrow().token());
    }

    assertThat(opened).isEqualTo(pairs);
  }

  /** What one thread seals or opens is in no other's hands meanwhile. */
  @Test
  void manyThreads_onOneVault_getTheirOwnPairs() {
    TokenSeal seal = new TokenSeal(keys, Samples.region("UK"));
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            thread -> {
              for (int i = 0; i < 500; i++) {
                int number = 1_000 * thread + 100 + i;
                VaultedToken vaulted = new VaultedToken(Samples.token(number), number, List.of());
                StoredRecord stored = new StoredRecord(KEY_A, seal.seal(A, vaulted), 1, null);
                assertThat(seal.open(A, stored)).isEqualTo(vaulted);
              }
            });
  }

  @Test
  void recordOfAnIdInOtherCase_doesNotOpen() {
    vault.store(new BindingId("Shop-A"), Samples.token(1));
    store.overwrite(KEY_A, bytes(new RecordKey("token", "Shop-A")));

    assertThatThrownBy(() -> vault.load(A)).isInstanceOf(VaultException.class);
  }

  @Test
  void damagedRecord_canBeReplacedOrDeleted_butNotBuiltUpon() {
    RefreshLease lease = Samples.storeWithJournal(vault, A);
    store.overwrite(KEY_A, new byte[] {1, 2, 3});

    assertThatThrownBy(() -> vault.save(lease, Samples.token(2)))
        .isInstanceOf(VaultException.class);
    VaultedToken reconnected = vault.store(A, Samples.token(3));
    assertThat(vault.load(A)).contains(reconnected);
    assertThat(reconnected.epoch()).isGreaterThan(lease.epoch());

    store.overwrite(KEY_A, new byte[0]);
    assertThat(vault.delete(A)).isTrue();
    assertThat(vault.load(A)).isEmpty();
  }

  @Test
  void keyAndRefreshExpiry_areReadableWithoutAKey_andNothingElseIs() {
    RefreshLease lease = Samples.storeWithJournal(vault, A);
    VaultedToken vaulted = vault.load(A).orElseThrow();

    byte[] record = bytes(KEY_A);

    assertThat(record[0]).isEqualTo((byte) 1);
    assertThat(Integer.toUnsignedLong(ByteBuffer.wrap(record).getInt(1)))
        .isEqualTo(keys.primaryKeyId());
    assertThat(store.get(KEY_A).orElseThrow().dueAt())
        .isEqualTo(Samples.token(1).refreshExpiresAt());
    assertThat(vaulted.epoch()).isEqualTo(lease.epoch() - 1);
    assertThat(vaulted.journal()).hasSize(2);
    assertThat(new String(record, StandardCharsets.ISO_8859_1))
        .doesNotContain(Samples.token(1).fingerprint())
        .doesNotContain("full_access")
        .doesNotContain(Samples.token(1).refreshToken().reveal());
  }

  @Test
  void size_isTheTokensAndUnder110Bytes() {
    String access = "sim-" + "a".repeat(1296);
    String refresh = "sim-" + "r".repeat(1296);

    vault.store(A, Samples.token(access, refresh));

    int overhead = bytes(KEY_A).length - 2600 - "full_access".length();
    // Header 45, two lengths 8, Tink's prefix 5, nonce 12, tag 16.
    assertThat(overhead).isEqualTo(86);
    Samples.storeWithJournal(vault, B);
    int journaled = bytes(KEY_B).length;
    vault.store(B, Samples.token(1));
    assertThat(journaled - bytes(KEY_B).length).as("two attempts").isEqualTo(2 * 35);
  }

  @Test
  void samePair_isNeverTheSameBytesTwice() {
    TokenSeal seal = new TokenSeal(keys, Samples.region("UK"));
    VaultedToken vaulted = new VaultedToken(Samples.token(1), 1, List.of());

    assertThat(seal.seal(A, vaulted)).isNotEqualTo(seal.seal(A, vaulted));
  }

  @Test
  void twoVaultsOfDifferentKeys_onOneStore_doNotReadEachOther() {
    TokenVault other = Samples.vault(store, MasterKeys.generate());
    vault.store(A, Samples.token(1));

    assertThatThrownBy(() -> other.load(A))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("token/shop-a")
        .hasMessageContaining(Long.toString(keys.primaryKeyId()))
        .hasMessageContaining("not in the keyset");
  }

  @Test
  void inMemoryStoreOfBindings_givesTheContext() {
    var plain = new InMemoryRecordStore();
    var bindings = new dev.ledgerkit.core.store.Bindings(plain);
    bindings.create(
        A, new dev.ledgerkit.core.Installation("Magento", "shop.example.com"), "sage", "UK");
    new EncryptedTokenVault(plain, keys, bindings).store(A, Samples.token(1));

    assertThat(Samples.vault(plain, keys).load(A)).isPresent();
  }

  private byte[] bytes(RecordKey key) {
    return store.get(key).orElseThrow().value().clone();
  }

  /** Half a surrogate pair has no UTF-8, and no provider can send one. */
  private static String wellFormed(String text) {
    String fixed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return fixed.isBlank() ? "x" : fixed;
  }
}
