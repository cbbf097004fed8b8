package dev.ledgerkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.store.FileRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file store between real processes, some of which are killed. */
class FileStoreProcessTest {
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path directory;
  private final List<Process> children = new ArrayList<>();
  private Path data;
  private RecordStore store;

  @BeforeEach
  void openStore() {
    data = directory.resolve("data");
    store = new FileRecordStore(data);
  }

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void lease_ofAnotherProcess_isRespected_andFreeAtOnceWhenItIsKilled() throws Exception {
    Process child = start("hold");
    long fence = Long.parseLong(child.inputReader().readLine());
    assertThat(store.grant(FileStoreChild.KEY, LONG)).isEmpty();
    assertThat(new FileRecordStore(data).grant(FileStoreChild.KEY, LONG)).isEmpty();

    kill(child);

    assertThat(store.grant(FileStoreChild.KEY, LONG))
        .hasValueSatisfying(lease -> assertThat(lease.fence()).isEqualTo(fence + 1));
  }

  @Test
  void lease_ofThisProcess_isRespectedByAnother() throws Exception {
    var lease = store.grant(FileStoreChild.KEY, LONG).orElseThrow();
    Process child = start("hold");

    // It dies of what it was refused.
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isNotZero();
    assertThat(child.errorReader().lines()).anyMatch(line -> line.contains("No value present"));
    assertThat(store.renew(lease, LONG)).isTrue();
  }

  @Test
  void lease_betweenProcesses_hasOneHolderAtATime() throws Exception {
    List<Process> contenders = List.of(start("contend"), start("contend"));

    FileStoreChild.contend(store, directory.resolve("inside"), 20);

    for (Process contender : contenders) {
      assertThat(contender.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(contender.errorReader().lines()).isEmpty();
      assertThat(contender.exitValue()).isZero();
    }
  }

  @Test
  void record_whoseWriterIsKilled_isTheOldOrTheNewOne() throws Exception {
    long last = 0;
    for (int kills = 0; kills < 20; kills++) {
      Process writer = start("write");
      BufferedReader versions = writer.inputReader();
      for (int writes = 0; writes <= kills; writes++) {
        last = Long.parseLong(versions.readLine());
      }
      kill(writer);
      String more = versions.readLine();
      while (more != null) {
        last = Long.parseLong(more);
        more = versions.readLine();
      }

      StoredRecord record = store.get(FileStoreChild.KEY).orElseThrow();
      assertThat(record.version()).isBetween(last, last + 1);
      assertThat(record.value()).isEqualTo(FileStoreChild.value(record.version()));
      assertThat(store.changedSince(FileStoreChild.KEY.kind(), last - 1, 10).keys())
          .containsExactly(FileStoreChild.KEY);
    }
  }

  private Process start(String what) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FileStoreChild.class.getName(),
                what,
                data.toString())
            .start();
    children.add(child);
    return child;
  }

  private static void kill(Process child) throws InterruptedException {
    // By its handle: Process.destroyForcibly also closes the stream we still want to read.
    assertThat(child.toHandle().destroyForcibly()).isTrue();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }
}
