package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.LeakGuard;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.SimulatorExtension;
import dev.ledgerkit.testkit.VirtualClock;
import java.util.function.Consumer;

/**
 * A {@link FreeAgentSimulator} for each test, on a {@link VirtualClock}, and three checks after it.
 *
 * <p>A test fails that printed or logged a secret of the simulator, left a scripted fault
 * unconsumed, or (for clients it watches) left a response open.
 *
 * <p>One extension serves one test at a time: the log it reads belongs to the whole process.
 *
 * <pre>{@code
 * @RegisterExtension
 * final FreeAgentSimulatorExtension freeagent =
 *     new FreeAgentSimulatorExtension(
 *         settings -> settings.company("acme", "Acme Ltd", acme -> acme.contacts(130)));
 *
 * @Test
 * void connect_userApproves_isConnected(FreeAgentSimulator freeagent, VirtualClock clock) {}
 * }</pre>
 *
 * <p>Defaults: those of {@link FreeAgentSimulatorBuilder}, an automatic clock at
 * 2026-01-05T09:00:00Z.
 *
 * <p>Note: parameters of type {@link FreeAgentSimulator}, {@link VirtualClock}, {@link LogCapture}
 * and {@link LeakGuard} are injected into test and {@code @BeforeEach} methods.
 *
 * @since 0.1
 */
public final class FreeAgentSimulatorExtension extends SimulatorExtension<FreeAgentSimulator> {
  /** With the defaults. */
  public FreeAgentSimulatorExtension() {
    this(builder -> {});
  }

  /** With settings of its own; the clock is set already and should stay. */
  public FreeAgentSimulatorExtension(Consumer<FreeAgentSimulatorBuilder> settings) {
    super(
        FreeAgentSimulator.class,
        clock -> {
          FreeAgentSimulatorBuilder builder = FreeAgentSimulator.builder().clock(clock);
          settings.accept(builder);
          return builder.start();
        },
        FreeAgentSimulator::close,
        FreeAgentSimulator::script);
  }
}
