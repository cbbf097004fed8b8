package dev.ledgerkit.core.stream;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.provider.LedgerProvider;
import java.util.List;

/**
 * A provider whose books can be replicated.
 *
 * @since 0.1
 */
public interface StreamingProvider extends LedgerProvider {

  /**
   * Its streams, parents before children: what a record refers to is in a stream before its own.
   *
   * @param api makes the calls; a replication passes one that gives way to others
   * @param binding locked to a business
   */
  List<RecordStream> streams(ApiClient api, Binding binding);

  /** A small read of the business itself, to learn whether it is reached and what time it is. */
  ApiRequest probe();
}
