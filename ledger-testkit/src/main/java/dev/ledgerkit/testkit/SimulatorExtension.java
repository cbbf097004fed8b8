package dev.ledgerkit.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A simulator for each test, on a {@link VirtualClock}, and three checks after it. Not to be used
 * itself: each simulator has an extension of its own.
 *
 * <p>A test fails that printed or logged a secret of the simulator, left a scripted fault
 * unconsumed, or (for clients it watches) left a response open. One extension serves one test at a
 * time: the log it reads belongs to the whole process.
 *
 * @param <S> the simulator
 * @since 0.1
 */
public abstract class SimulatorExtension<S>
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final String SECRETS = "sim-(at|rt|code|secret)-";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Class<S> type;
  private final Function<VirtualClock, S> start;
  private final Consumer<S> stop;
  private final Function<S, FaultScript> script;
  private final List<OkHttpClient> watched = new CopyOnWriteArrayList<>();

  /**
   * For the extension of a simulator.
   *
   * @param start starts one on a clock
   * @param stop ends it
   * @param script its faults
   */
  protected SimulatorExtension(
      Class<S> type,
      Function<VirtualClock, S> start,
      Consumer<S> stop,
      Function<S, FaultScript> script) {
    this.type = type;
    this.start = start;
    this.stop = stop;
    this.script = script;
  }

  /** Watches a client, created before or during the tests, for responses left open. */
  public final void watch(OkHttpClient client) {
    watched.add(client);
  }

  @Override
  public final void beforeEach(ExtensionContext context) {
    bench(context);
  }

  @Override
  public final void afterEach(ExtensionContext context) throws InterruptedException {
    Bench<?> bench = context.getStore(space()).remove(Bench.class, Bench.class);
    if (bench == null) {
      return;
    }
    watched.forEach(bench.leaks::watch);
    List<String> complaints = new ArrayList<>();
    bench.leaks.leaks(PATIENCE).forEach(leak -> complaints.add("Response leaked: " + leak));
    script
        .apply(type.cast(bench.simulator))
        .pending()
        .forEach(fault -> complaints.add("Scripted fault left: " + fault));
    // OkHttp says so itself when the collector meets a forgotten response, watched or not.
    bench.log.linesWith("was leaked. Did you forget to close").stream()
        .map(line -> "Response leaked: " + line)
        .forEach(complaints::add);
    bench.close();
    // The line itself is not repeated: that would print the secret once more.
    int lines = bench.log.linesWith(SECRETS).size();
    if (lines > 0) {
      complaints.add("Secret printed: " + lines + " captured lines match " + SECRETS);
    }
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), complaints));
    }
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && Set.of(type, VirtualClock.class, LogCapture.class, LeakGuard.class)
            .contains(parameter.getParameter().getType());
  }

  @Override
  public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Bench<?> bench = bench(context);
    Class<?> wanted = parameter.getParameter().getType();
    if (wanted.equals(type)) {
      return bench.simulator;
    }
    if (wanted.equals(VirtualClock.class)) {
      return bench.clock;
    }
    return wanted.equals(LogCapture.class) ? bench.log : bench.leaks;
  }

  private Bench<?> bench(ExtensionContext context) {
    return context
        .getStore(space())
        .getOrComputeIfAbsent(Bench.class, key -> new Bench<>(start, stop), Bench.class);
  }

  private ExtensionContext.Namespace space() {
    return ExtensionContext.Namespace.create(getClass());
  }

  /** What one test gets. Closed by the store too, should the test never come to its end. */
  private static final class Bench<S> implements AutoCloseable {
    final VirtualClock clock = new VirtualClock();
    final LeakGuard leaks = new LeakGuard();
    final LogCapture log = LogCapture.open();
    final S simulator;
    private final Consumer<S> stop;

    Bench(Function<VirtualClock, S> start, Consumer<S> stop) {
      this.stop = stop;
      this.simulator = start.apply(clock);
    }

    @Override
    public void close() {
      stop.accept(simulator);
      log.close();
    }
  }
}
