package dev.ledgerkit.crypto;

import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import java.util.List;

/**
 * Every token record of a store, a page at a time, in the order of their last change; one that
 * changes meanwhile comes again. Ends when it has caught up with the changes.
 */
final class ChangeScan {
  static final int PAGE = 500;

  private final RecordStore store;
  private long cursor;
  private boolean done;

  ChangeScan(RecordStore store) {
    this.store = store;
  }

  boolean hasNext() {
    return !done;
  }

  List<RecordKey> next() {
    RecordChanges page = store.changedSince(EncryptedTokenVault.KIND, cursor, PAGE);
    done = page.keys().size() < PAGE;
    if (!done && page.cursor() <= cursor) {
      throw new VaultException(
          "The store's changedSince stays at cursor %d after a full page.".formatted(cursor), null);
    }
    cursor = Math.max(cursor, page.cursor());
    return page.keys();
  }
}
