package dev.ledgerkit.benchmarks.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** The AWS SDK's {@code CachedSupplier}, which guards its credentials, around a host's refresh. */
public final class AwsContender implements Contender {
  private final HostGrant grant;
  private final CachedSupplier<String> cache = CachedSupplier.builder(this::refresh).build();

  /** With nothing cached yet. */
  public AwsContender(URI tokenUri) {
    this.grant = new HostGrant(tokenUri);
  }

  @Override
  public String token() {
    return cache.get();
  }

  @Override
  public String refreshAgain() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    cache.close();
  }

  private RefreshResult<String> refresh() {
    try {
      String access = grant.refresh();
      Instant expiry = Instant.now().plusSeconds(3600);
      return RefreshResult.builder(access)
          .staleTime(expiry)
          .prefetchTime(expiry.minusSeconds(60))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
