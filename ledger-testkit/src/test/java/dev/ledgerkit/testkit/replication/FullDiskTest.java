package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot grow any more, at many points of a run: nothing half written is trusted. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no limit on the size of files")
class FullDiskTest {
  @TempDir Path directory;

  @Test
  void fileThatCannotGrow_endsTheRunWithItsName_andTheNextRunGoesOn() throws IOException {
    Path books = directory.resolve("books");
    Path log = directory.resolve("log");
    try (Merchant merchant = Merchant.of("Sage", 3_000, LedgerClock.system())) {
      RunProcesses runs = new RunProcesses(merchant, merchant.endpoint(), books.toString(), log, 1);
      // The index takes 96 KiB; a log has room for less and less of it beyond that.
      for (int kibibytes : new int[] {60, 100, 170, 400}) {
        assertThat(runs.runWithFilesOf(kibibytes)).as("exit code").isEqualTo(1);
      }

      runs.finish();

      Replicas.assertSame(merchant.books(), books);
      assertThat(Files.readString(log))
          .contains("SinkException")
          .contains("File too large")
          .contains("See that the disk has room");
    }
  }
}
