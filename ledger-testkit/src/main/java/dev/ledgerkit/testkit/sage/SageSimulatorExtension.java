package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.LeakGuard;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.SimulatorExtension;
import dev.ledgerkit.testkit.VirtualClock;
import java.util.function.Consumer;

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
public final class SageSimulatorExtension extends SimulatorExtension<SageSimulator> {
  /** With the defaults. */
  public SageSimulatorExtension() {
    this(builder -> {});
  }

  /** With settings of its own; the clock is set already and should stay. */
  public SageSimulatorExtension(Consumer<SageSimulatorBuilder> settings) {
    super(
        SageSimulator.class,
        clock -> {
          SageSimulatorBuilder builder = SageSimulator.builder().clock(clock);
          settings.accept(builder);
          return builder.start();
        },
        SageSimulator::close,
        SageSimulator::script);
  }
}
