package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.FileRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store in files, every handle an object of its own. */
class FileRecordStoreTest extends RecordStoreContract {
  @TempDir static Path directory;

  @Override
  protected RecordStore open() {
    return new FileRecordStore(directory.resolve("data"));
  }
}
