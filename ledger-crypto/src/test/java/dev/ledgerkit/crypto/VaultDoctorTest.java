package dev.ledgerkit.crypto;

import static dev.ledgerkit.crypto.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.crypto.TokenFinding.Condition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VaultDoctorTest {
  private final SeenStore store = new SeenStore();
  private final SteppedClock clock = new SteppedClock();
  private final MasterKeys keys = MasterKeys.generate();
  private final EncryptedTokenVault vault = Samples.vault(store, keys);
  private final List<TokenFinding> findings = new ArrayList<>();

  @Test
  void soundVault_isHealthy() {
    for (int i = 0; i < 2 * ChangeScan.PAGE; i++) {
      vault.store(new BindingId("shop-" + i), Samples.token(i));
    }

    VaultHealth health = examine(vault);

    assertThat(health.healthy()).isTrue();
    assertThat(health.records()).isEqualTo(2 * ChangeScan.PAGE);
    assertThat(health.byKeyId()).isEqualTo(Map.of(keys.primaryKeyId(), 2L * ChangeScan.PAGE));
    assertThat(health.refreshExpired()).isZero();
    assertThat(findings).hasSize(2 * ChangeScan.PAGE).allMatch(found -> found.detail().isEmpty());
  }

  @Test
  void everyAilment_isNamed() throws Exception {
    RecordKey swapped = new RecordKey("token", "swapped");
    vault.store(A, Samples.token(1));
    store.overwrite(swapped, store.get(EncryptedTokenVault.key(A)).orElseThrow().value());
    MasterKeys lost = MasterKeys.generate();
    Samples.vault(store, lost).store(new BindingId("lost-key"), Samples.token(2));
    store.overwrite(
        new RecordKey("token", "clear"),
        "{\"access_token\":\"sim-1\"}".getBytes(StandardCharsets.UTF_8));
    store.overwrite(new RecordKey("token", "!"), new byte[9]);
    vault.store(new BindingId("old"), expired());

    VaultHealth health = examine(vault);

    assertThat(health.healthy()).isFalse();
    assertThat(health.records()).isEqualTo(6);
    assertThat(health.byCondition())
        .isEqualTo(
            Map.of(
                Condition.OPENS, 2L,
                Condition.ALTERED, 2L,
                Condition.KEY_MISSING, 1L,
                Condition.NO_BINDING, 1L));
    assertThat(health.byKeyId())
        .isEqualTo(Map.of(keys.primaryKeyId(), 3L, lost.primaryKeyId(), 1L));
    assertThat(health.plaintext()).isEqualTo(1);
    assertThat(health.refreshExpired()).isEqualTo(1);
    assertThat(found("swapped").condition()).isEqualTo(Condition.ALTERED);
    assertThat(found("lost-key").detail()).contains(Long.toString(lost.primaryKeyId()));
    assertThat(found("clear").plaintext()).isTrue();
    assertThat(found("clear").keyId()).isNull();
    assertThat(found("old").refreshExpired()).isTrue();
    assertThat(findings + health.toString()).doesNotContain("sim-");
  }

  @Test
  void recordWithoutABinding_isAnOrphan() {
    Bindings bindings = new Bindings(store);
    bindings.create(A, new Installation("Magento", "shop.example.com"), "sage", "UK");
    EncryptedTokenVault bound = new EncryptedTokenVault(store, keys, bindings);
    bound.store(A, Samples.token(1));
    vault.store(Samples.B, Samples.token(2));

    VaultHealth health = examine(bound);

    assertThat(health.byCondition())
        .isEqualTo(Map.of(Condition.OPENS, 1L, Condition.NO_BINDING, 1L));
    assertThat(found("shop-b").detail()).contains("shop-b");
  }

  @Test
  void plaintext_isSeenInWhatTokensLookLike() {
    assertThat(shows("{\"refreshToken\":\"x\"}")).isTrue();
    assertThat(shows("\u0000\u0001sim-refresh-0123456789abcdef\u0002")).isTrue();
    assertThat(shows("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0")).isTrue();
    assertThat(shows("0123abcd")).as("a fingerprint").isFalse();
  }

  @Property(tries = 1000)
  void plaintext_isNotSeenInSealedBytes(@ForAll @Size(min = 1, max = 40) List<Character> letters) {
    String secret = "sim-" + letters.size() + "x".repeat(300);
    vault.store(A, Samples.token(secret, secret));

    assertThat(examine(vault).healthy()).isTrue();
  }

  private VaultHealth examine(EncryptedTokenVault patient) {
    return new VaultDoctor(patient, clock).examine(findings::add);
  }

  private TokenFinding found(String id) {
    return findings.stream()
        .filter(finding -> finding.record().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static boolean shows(String text) {
    return PlaintextScan.showsToken(text.getBytes(StandardCharsets.UTF_8));
  }

  private static OauthToken expired() {
    OauthToken model = Samples.token(3);
    return new OauthToken(
        model.accessToken(),
        model.refreshToken(),
        model.accessExpiresAt(),
        SteppedClock.START.minus(Duration.ofDays(1)),
        model.scope(),
        model.obtainedAt());
  }
}
