package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.store.FileRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The second process of {@link FileStoreProcessTest}: says on its standard output what it did. */
final class FileStoreChild {
  static final RecordKey KEY = new RecordKey("shared", "Key");
  private static final Duration LONG = Duration.ofHours(1);

  private FileStoreChild() {}

  /** What to do, and the store's directory. */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[1]);
    RecordStore store = new FileRecordStore(directory);
    switch (args[0]) {
      case "hold" -> hold(store);
      case "write" -> write(store);
      case "contend" -> contend(store, directory.resolveSibling("inside"), 20);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void hold(RecordStore store) throws Exception {
    System.out.println(store.grant(KEY, LONG).orElseThrow().fence());
    System.in.read();
  }

  /** Writes until it is killed; the value says its version in every byte. */
  private static void write(RecordStore store) {
    while (true) {
      long version = store.get(KEY).map(StoredRecord::version).orElse(RecordStore.ABSENT);
      StoredRecord put = store.put(KEY, version, value(version + 1), null).orElseThrow();
      System.out.println(put.version());
    }
  }

  static byte[] value(long version) {
    byte[] value = new byte[64 * 1024];
    Arrays.fill(value, (byte) version);
    return value;
  }

  /** Creating the file fails if somebody else is inside. */
  static void contend(RecordStore store, Path inside, int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      Optional<StoreLease> lease = store.grant(KEY, LONG);
      while (lease.isEmpty()) {
        LedgerClock.system().sleep(Duration.ofMillis(1));
        lease = store.grant(KEY, LONG);
      }
      Files.createFile(inside);
      Files.delete(inside);
      if (!store.release(lease.get())) {
        throw new IllegalStateException("The lease was lost.");
      }
    }
    System.out.println("done");
  }
}
