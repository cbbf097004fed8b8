package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.LeakGuard;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A {@link SageSimulator} for each test, on a {@link VirtualClock}, and three checks after it.
 *
 * <p>A test fails that printed or logged a secret of the simulator, left a scripted fault
 * unconsumed, or (for clients it watches) left a response open.
 *
 * <p>One extension serves one test at a time: the log it reads belongs to the whole process.
 *
 * <pre>{@code
 * @ExtendWith(SageSimulatorExtension.class)
 * class ConnectTest {
 *   @Test
 *   void connect_userAllows_isConnected(SageSimulator sage, VirtualClock clock, LeakGuard leaks) {
 *     leaks.watch(client);
 *   }
 * }
 *
 * @RegisterExtension
 * final SageSimulatorExtension sage =
 *     new SageSimulatorExtension(settings -> settings.ledgerAccounts(300));
 * }</pre>
 *
 * <p>Defaults: those of {@link SageSimulatorBuilder}, an automatic clock at 2026-01-05T09:00:00Z.
 *
 * <p>Note: parameters of type {@link SageSimulator}, {@link VirtualClock}, {@link LogCapture} and
 * {@link LeakGuard} are injected into test and {@code @BeforeEach} methods.
 *
 * @since 0.1
 */
public final class SageSimulatorExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(SageSimulatorExtension.class);
  private static final String SECRETS = "sim-(at|rt|code|secret)-";
  private static final Set<Class<?>> INJECTED =
      Set.of(SageSimulator.class, VirtualClock.class, LogCapture.class, LeakGuard.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Consumer<SageSimulatorBuilder> settings;
  private final List<OkHttpClient> watched = new CopyOnWriteArrayList<>();

  /** With the defaults. */
  public SageSimulatorExtension() {
    this(builder -> {});
  }

  /** With settings of its own; the clock is set already and should stay. */
  public SageSimulatorExtension(Consumer<SageSimulatorBuilder> settings) {
    this.settings = settings;
  }

  /** Watches a client, created before or during the tests, for responses left open. */
  public void watch(OkHttpClient client) {
    watched.add(client);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context
        .getStore(SPACE)
        .getOrComputeIfAbsent(Bench.class, key -> new Bench(settings), Bench.class);
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    Bench bench = context.getStore(SPACE).remove(Bench.class, Bench.class);
    if (bench == null) {
      return;
    }
    watched.forEach(bench.leaks::watch);
    List<String> complaints = new ArrayList<>();
    bench.leaks.leaks(PATIENCE).forEach(leak -> complaints.add("Response leaked: " + leak));
    bench.sage.script().pending().forEach(fault -> complaints.add("Scripted fault left: " + fault));
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
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && INJECTED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Bench bench =
        context
            .getStore(SPACE)
            .getOrComputeIfAbsent(Bench.class, key -> new Bench(settings), Bench.class);
    Class<?> type = parameter.getParameter().getType();
    if (type.equals(SageSimulator.class)) {
      return bench.sage;
    }
    if (type.equals(VirtualClock.class)) {
      return bench.clock;
    }
    return type.equals(LogCapture.class) ? bench.log : bench.leaks;
  }

  /** What one test gets. Closed by the store too, should the test never come to its end. */
  private static final class Bench implements AutoCloseable {
    final VirtualClock clock = new VirtualClock();
    final LeakGuard leaks = new LeakGuard();
    final LogCapture log = LogCapture.open();
    final SageSimulator sage;

    Bench(Consumer<SageSimulatorBuilder> settings) {
      SageSimulatorBuilder builder = SageSimulator.builder().clock(clock);
      settings.accept(builder);
      this.sage = builder.start();
    }

    @Override
    public void close() {
      sage.close();
      log.close();
    }
  }
}
