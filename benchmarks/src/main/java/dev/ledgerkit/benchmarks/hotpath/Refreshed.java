package dev.ledgerkit.benchmarks.hotpath;

import dev.ledgerkit.benchmarks.contender.Contender;
import dev.ledgerkit.benchmarks.contender.TokenServer;
import java.net.URI;
import java.time.Duration;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A peer that has just refreshed its token against a real server, which is gone since. */
@State(Scope.Benchmark)
public abstract class Refreshed<C extends Contender> {
  private final Maker<C> maker;

  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  C contender;

  Refreshed(Maker<C> maker) {
    this.maker = maker;
  }

  @Setup(Level.Trial)
  public void setUp() throws Exception {
    try (TokenServer server = new TokenServer(Duration.ZERO)) {
      contender = maker.make(server.tokenUri());
      contender.token();
    }
  }

  @TearDown(Level.Trial)
  public void tearDown() throws Exception {
    contender.close();
  }

  /** Sets a peer up for a token endpoint. */
  interface Maker<C> {
    C make(URI tokenUri) throws Exception;
  }
}
