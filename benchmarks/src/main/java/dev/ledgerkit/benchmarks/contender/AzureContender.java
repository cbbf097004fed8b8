package dev.ledgerkit.benchmarks.contender;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.SimpleTokenCache;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** azure-core's {@code SimpleTokenCache} around a host's refresh. */
public final class AzureContender implements Contender {
  private final SimpleTokenCache cache;

  /** With nothing cached yet. */
  public AzureContender(URI tokenUri) {
    HostGrant grant = new HostGrant(tokenUri);
    this.cache =
        new SimpleTokenCache(
            () ->
                Mono.fromCallable(grant::refresh)
                    .map(
                        access ->
                            new AccessToken(
                                access, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)))
                    .subscribeOn(Schedulers.boundedElastic()));
  }

  @Override
  public String token() {
    return Objects.requireNonNull(cache.getToken().block(), "no token").getToken();
  }

  @Override
  public String refreshAgain() {
    throw new UnsupportedOperationException();
  }
}
