package dev.ledgerkit.crypto;

import static dev.ledgerkit.crypto.Samples.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.TokenVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where keys come from, and what happens when they are wrong. */
class MasterKeysTest {
  @TempDir Path directory;

  private final SeenStore store = new SeenStore();

  @Test
  void fromFile_opensWhatTheSameKeysSealed() {
    Path file = keyFile(MasterKeys.generate());
    Samples.vault(store, MasterKeys.fromFile(file)).store(A, Samples.token(1));

    assertThat(Samples.vault(store, MasterKeys.fromFile(file)).load(A).orElseThrow().token())
        .isEqualTo(Samples.token(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-r--r--", "rw--w----", "rw-----w-", "rwx---r--"})
  void fromFile_openToOthers_isRefusedWithTheRemedy(String permissions) throws Exception {
    Path file = keyFile(MasterKeys.generate());
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> MasterKeys.fromFile(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(permissions)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void fromFile_missing_isNamed() {
    assertThatThrownBy(() -> MasterKeys.fromFile(directory.resolve("none.json")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void fromFileOrNew_manyAtOnceWithoutAFile_allGetTheSameKeys() throws Exception {
    Path file = directory.resolve("keys.json");
    int starters = 8;
    CyclicBarrier start = new CyclicBarrier(starters);
    ExecutorService threads = Executors.newFixedThreadPool(starters);
    try {
      List<Future<Long>> keys = new ArrayList<>();
      for (int i = 0; i < starters; i++) {
        keys.add(
            threads.submit(
                () -> {
                  start.await(10, TimeUnit.SECONDS);
                  return MasterKeys.fromFileOrNew(file).primaryKeyId();
                }));
      }
      long made = MasterKeys.fromFile(awaited(keys, file)).primaryKeyId();
      for (Future<Long> key : keys) {
        assertThat(key.get(10, TimeUnit.SECONDS)).isEqualTo(made);
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void fromFileOrNew_directoryThatIsNot_isNamed() {
    assertThatThrownBy(() -> MasterKeys.fromFileOrNew(directory.resolve("none/keys.json")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("keys.json");
  }

  private static Path awaited(List<Future<Long>> all, Path file) throws Exception {
    for (Future<Long> each : all) {
      each.get(10, TimeUnit.SECONDS);
    }
    return file;
  }

  @Test
  void fromFile_notAKeyset_isNamedAndNotQuoted() throws Exception {
    Path file = keyFile(MasterKeys.generate());
    for (String text : new String[] {"", "sim-not-a-keyset", "{\"key\":\"sim-x\"}"}) {
      Files.writeString(file, text);

      assertThatThrownBy(() -> MasterKeys.fromFile(file))
          .as(text)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(file.getFileName().toString())
          .hasMessageContaining("KeyTool create")
          .hasMessageNotContaining("sim-");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sim-not-a-keyset",
        "{}",
        "{\"primaryKeyId\":1,\"key\":[]}",
        "{\"primaryKeyId\":1,\"key\":[{\"keyData\":\"sim-x\"}]}",
        "c2ltLW5vdC1hLWtleXNldA==",
        "%%%"
      })
  void fromSecret_notAKeyset_saysSoAndQuotesNothing(String text) {
    assertThatThrownBy(() -> MasterKeys.fromSecret(Secret.of(text)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("not a Tink keyset")
        .hasMessageNotContaining("sim-")
        .hasNoCause();
  }

  @Test
  void fromSecret_takesTheTextOrItsBase64() {
    MasterKeys keys = MasterKeys.generate();
    String json = keys.cleartext();
    String base64 =
        Base64.getMimeEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\n";

    assertThat(MasterKeys.fromSecret(Secret.of(json)).keyIds()).isEqualTo(keys.keyIds());
    assertThat(MasterKeys.fromSecret(Secret.of(base64)).keyIds()).isEqualTo(keys.keyIds());
  }

  @Test
  void keyOfAnotherKind_isRefused() throws Exception {
    for (Parameters weak :
        new Parameters[] {
          PredefinedAeadParameters.AES128_GCM, PredefinedAeadParameters.AES256_EAX
        }) {
      String json = json(builder(weak));

      assertThatThrownBy(() -> MasterKeys.fromSecret(Secret.of(json)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("AES-256-GCM");
    }
  }

  @Test
  void fromKms_callsTheServiceWhenTheKeysetLoads_andForNoToken() throws Exception {
    CountingKms kms = new CountingKms();
    String wrapped = MasterKeys.generate().wrappedBy(kms);
    MasterKeys keys = MasterKeys.fromKms(() -> wrapped, kms);
    TokenVault vault = Samples.vault(store, keys);
    assertThat(kms.decrypts).hasValue(1);

    for (int i = 0; i < 1000; i++) {
      vault.store(A, Samples.token(i));
      vault.load(A);
    }
    assertThat(kms.decrypts).hasValue(1);
    keys.reload();
    assertThat(kms.decrypts).hasValue(2);
    assertThat(wrapped).doesNotContain("keyMaterialType");
  }

  @Test
  void fromKms_thatRefuses_isAFaultOfTheVault_andReloadKeepsTheKeys() throws Exception {
    CountingKms kms = new CountingKms();
    String wrapped = MasterKeys.generate().wrappedBy(kms);
    MasterKeys keys = MasterKeys.fromKms(() -> wrapped, kms);
    Samples.vault(store, keys).store(A, Samples.token(1));
    kms.down = true;

    assertThatThrownBy(() -> MasterKeys.fromKms(() -> wrapped, kms))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("key management service");
    assertThatThrownBy(keys::reload).isInstanceOf(VaultException.class);
    assertThat(Samples.vault(store, keys).load(A)).isPresent();
    assertThatThrownBy(() -> MasterKeys.fromKms(() -> "{}", kms))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void keyRotatedAway_isNamed() {
    MasterKeys old = MasterKeys.generate();
    Samples.vault(store, old).store(A, Samples.token(1));
    MasterKeys without = MasterKeys.generate();

    assertThatThrownBy(() -> Samples.vault(store, without).load(A))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("token/shop-a")
        .hasMessageContaining("key " + old.primaryKeyId())
        .hasMessageContaining("holds " + without.primaryKeyId());
  }

  @Test
  void anotherKeyOfTheSameId_doesNotOpen() throws Exception {
    MasterKeys one = MasterKeys.fromSecret(Secret.of(json(fixedId(7))));
    MasterKeys two = MasterKeys.fromSecret(Secret.of(json(fixedId(7))));
    Samples.vault(store, one).store(A, Samples.token(1));

    assertThatThrownBy(() -> Samples.vault(store, two).load(A))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("does not open under key 7");
  }

  @Test
  void disabledKey_isNamed() throws Exception {
    KeysetHandle.Builder builder = fixedId(7);
    MasterKeys before = MasterKeys.fromSecret(Secret.of(json(builder)));
    Samples.vault(store, before).store(A, Samples.token(1));
    KeysetHandle.Builder after =
        KeysetHandle.newBuilder(before.ring().handle()).setConfiguration(Keyring.tink());
    after.addEntry(
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withFixedId(8)
            .makePrimary());
    after.getAt(0).setStatus(KeyStatus.DISABLED);

    assertThatThrownBy(
            () -> Samples.vault(store, MasterKeys.fromSecret(Secret.of(json(after)))).load(A))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("key 7")
        .hasMessageContaining("DISABLED");
  }

  @Test
  void toString_namesKeysAndShowsNone() {
    MasterKeys keys = MasterKeys.generate();

    assertThat(keys.toString()).contains(Long.toString(keys.primaryKeyId()));
    assertThat(keys.cleartext()).contains("\"value\"");
    assertThat(keys.toString()).doesNotContain("value");
  }

  private Path keyFile(MasterKeys keys) {
    Path file = directory.resolve("keys.json");
    KeysetFile.create(file, keys.cleartext());
    return file;
  }

  private static KeysetHandle.Builder builder(Parameters parameters) {
    return KeysetHandle.newBuilder()
        .setConfiguration(Keyring.tink())
        .addEntry(
            KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary());
  }

  private static KeysetHandle.Builder fixedId(int id) {
    return KeysetHandle.newBuilder()
        .setConfiguration(Keyring.tink())
        .addEntry(
            KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withFixedId(id)
                .makePrimary());
  }

  private static String json(KeysetHandle.Builder builder) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        builder.build(), Keyring.tink(), InsecureSecretKeyAccess.get());
  }

  /** A key management service, as far as a keyset sees one. */
  private static final class CountingKms implements Aead {
    private final Aead aead = MasterKeys.generate().ring().aead();
    private final AtomicInteger decrypts = new AtomicInteger();
    private volatile boolean down;

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
      return aead.encrypt(plaintext, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
        throws GeneralSecurityException {
      decrypts.incrementAndGet();
      if (down) {
        throw new GeneralSecurityException("access denied");
      }
      return aead.decrypt(ciphertext, associatedData);
    }
  }
}
