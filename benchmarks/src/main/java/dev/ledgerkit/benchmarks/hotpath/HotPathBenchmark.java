package dev.ledgerkit.benchmarks.hotpath;

import dev.ledgerkit.benchmarks.contender.AwsContender;
import dev.ledgerkit.benchmarks.contender.AzureContender;
import dev.ledgerkit.benchmarks.contender.GoogleAuthContender;
import dev.ledgerkit.benchmarks.contender.GoogleOauthContender;
import dev.ledgerkit.benchmarks.contender.MsalContender;
import dev.ledgerkit.benchmarks.contender.SpringContender;
import dev.ledgerkit.core.oauth.OauthToken;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;

/** A token that is fresh already, asked for the way each library documents. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotPathBenchmark {

  /** What reading the clock costs, which everybody does who looks at an expiry. */
  @Benchmark
  public long a0_clockAlone() {
    return System.currentTimeMillis();
  }

  @Benchmark
  public OauthToken a1_ledger(FreshBindings bindings, FreshBindings.Next next) {
    return bindings.ledger.loadFresh(next.id());
  }

  /** The least that a look-up by binding can cost: a map and nothing else. */
  @Benchmark
  public @Nullable Object a2_mapAlone(FreshBindings bindings, FreshBindings.Next next) {
    return bindings.mapAlone.get(next.id());
  }

  @Benchmark
  public Object b1_googleAuth(GoogleAuth peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public Object b2_googleOauthShared(GoogleOauthShared peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public Object b3_googleOauthLoading(GoogleOauthLoading peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public Object b4_springInMemory(SpringInMemory peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public @Nullable Object b4_springInMemory_10000(SpringInMemory peer, Merchants merchants) {
    return peer.contender.authorize(merchants.next(peer.contender));
  }

  @Benchmark
  public Object b5_springJdbc(SpringJdbc peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public Object b6_awsCachedSupplier(Aws peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public Object b7_azureSimpleTokenCache(Azure peer) throws Exception {
    return peer.contender.fresh();
  }

  @Benchmark
  public Object b8_msal4j(Msal peer) throws Exception {
    return peer.contender.fresh();
  }

  /** google-auth. */
  public static class GoogleAuth extends Refreshed<GoogleAuthContender> {
    public GoogleAuth() {
      super(GoogleAuthContender::new);
    }
  }

  /** google-oauth-client, one credential for all. */
  public static class GoogleOauthShared extends Refreshed<GoogleOauthContender> {
    public GoogleOauthShared() {
      super(GoogleOauthContender::shared);
    }
  }

  /** google-oauth-client, a credential for each call. */
  public static class GoogleOauthLoading extends Refreshed<GoogleOauthContender> {
    public GoogleOauthLoading() {
      super(GoogleOauthContender::loading);
    }
  }

  /** Spring Security in memory. */
  public static class SpringInMemory extends Refreshed<SpringContender> {
    public SpringInMemory() {
      super(SpringContender::inMemory);
    }
  }

  /** 10,000 merchants, asked for by each thread in an order of its own. */
  @State(Scope.Thread)
  public static class Merchants {
    private List<OAuth2AuthorizeRequest> requests = List.of();
    private int at;

    OAuth2AuthorizeRequest next(SpringContender spring) {
      if (requests.isEmpty()) {
        requests = spring.addFresh(10_000);
        Collections.shuffle(requests, new Random(Thread.currentThread().getId()));
      }
      int next = at + 1;
      at = next == requests.size() ? 0 : next;
      return requests.get(at);
    }
  }

  /** Spring Security over JDBC. */
  public static class SpringJdbc extends Refreshed<SpringContender> {
    public SpringJdbc() {
      super(SpringContender::jdbc);
    }
  }

  /** AWS. */
  public static class Aws extends Refreshed<AwsContender> {
    public Aws() {
      super(AwsContender::new);
    }
  }

  /** Azure. */
  public static class Azure extends Refreshed<AzureContender> {
    public Azure() {
      super(AzureContender::new);
    }
  }

  /** MSAL4J. */
  public static class Msal extends Refreshed<MsalContender> {
    public Msal() {
      super(uri -> new MsalContender(Duration.ZERO));
    }
  }
}
