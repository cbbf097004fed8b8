package dev.ledgerkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.FileRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a file store says of a directory or a file that is not as it left it. */
class FileStoreBadInputTest {
  private static final RecordKey KEY = new RecordKey("kind", "Key");

  @TempDir Path directory;
  private Path data;
  private RecordStore store;

  @BeforeEach
  void putOne() {
    data = directory.resolve("data");
    store = new FileRecordStore(data);
    assertThat(store.put(KEY, 0, new byte[100], null)).isPresent();
  }

  @Test
  void file_cutShortAnywhere_isNamed() throws IOException {
    Path file = record();
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 7, 8, 20, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertDamaged(file);
    }
  }

  @Test
  void file_withOneBitTurned_isNamed() throws IOException {
    Path file = record();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 3) {
      byte[] bad = whole.clone();
      bad[at] ^= 16;
      Files.write(file, bad);
      assertDamaged(file);
    }
  }

  @Test
  void file_ofAnotherKey_isNotTakenForThisOne() throws IOException {
    assertThat(store.put(new RecordKey("kind", "other"), 0, new byte[1], null)).isPresent();
    Files.copy(record(), record().resolveSibling("r-copy.rec"));

    assertThatThrownBy(() -> store.get(new RecordKey("kind", "copy")))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("r-copy.rec");
  }

  @Test
  void counterOfChanges_damaged_isNamed() throws IOException {
    Files.writeString(record().resolveSibling("changes"), "");

    assertThatThrownBy(() -> store.put(KEY, 1, new byte[1], null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("changes");
    assertThat(store.get(KEY)).isPresent();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void directoryAndFiles_areForTheOwnerAlone() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void directory_thatEverybodyMayWrite_isRefused() throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> new FileRecordStore(data))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(data.toString())
        .hasMessageContaining("chmod");
  }

  @Test
  void directory_ofSomethingElse_isRefusedAndLeftAlone() throws IOException {
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.writeString(home.resolve("letter.txt"), "dear");

    assertThatThrownBy(() -> new FileRecordStore(home))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(home.toString());
    try (Stream<Path> entries = Files.list(home)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void directory_ofAnotherFormat_isRefused() throws IOException {
    Files.writeString(data.resolve("format"), "Ledger record files, format 9\n");

    assertThatThrownBy(() -> new FileRecordStore(data))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("format 9")
        .hasMessageContaining("format 1");
  }

  @Test
  void path_thatIsAFile_isRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> new FileRecordStore(file))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void directory_thatWasRemoved_isNamedAndNotMadeAgain() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }

    assertThatThrownBy(() -> store.put(KEY, 0, new byte[1], null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining(data.toString());
    assertThat(data).doesNotExist();

    assertThat(new FileRecordStore(data).put(KEY, 0, new byte[1], null)).isPresent();
  }

  @Test
  void value_thatIsTooLarge_isRefused() {
    assertThatThrownBy(() -> store.put(KEY, 1, new byte[16 * 1024 * 1024 + 1], null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("kind/Key");
    assertThat(store.put(KEY, 1, new byte[16 * 1024 * 1024], null)).isPresent();
  }

  @Test
  void interruptedThread_stillWrites_andStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(store.put(KEY, 1, new byte[] {7}, null)).isPresent();

    assertThat(store.get(KEY).orElseThrow().value()).containsExactly(7);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void interruptedThread_losesNoLeaseOfItsProcess() {
    var lease = store.grant(KEY, Duration.ofHours(1)).orElseThrow();
    Thread.currentThread().interrupt();
    assertThat(new FileRecordStore(data).grant(KEY, Duration.ofHours(1))).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.renew(lease, Duration.ofHours(1))).isTrue();
  }

  private Path record() {
    return data.resolve("kind-kind").resolve("r-%4bey.rec");
  }

  private void assertDamaged(Path file) {
    assertThatThrownBy(() -> store.get(KEY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("damaged");
  }
}
