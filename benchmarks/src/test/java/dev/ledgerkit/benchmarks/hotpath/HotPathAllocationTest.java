package dev.ledgerkit.benchmarks.hotpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ledgerkit.benchmarks.contender.LedgerContender;
import dev.ledgerkit.core.BindingId;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that is fresh costs no memory, whatever the machine and however busy it is. */
class HotPathAllocationTest {
  private static final int CALLS = 100_000;
  private static final int WINDOWS = 20;

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void loadFresh_freshToken_allocatesNothing(int bindings) {
    try (LedgerContender ledger = LedgerContender.fresh(bindings)) {
      BindingId id = LedgerContender.id(bindings - 1);
      long least = Long.MAX_VALUE;
      // the interpreter allocates where compiled code does not, and when the compiler is done is
      // its own affair: one window out of these must be clean
      for (int window = 0; window < WINDOWS && least > 0; window++) {
        least = Math.min(least, allocatedBy(ledger, id));
      }
      assertThat(least).as("bytes in %,d calls", CALLS).isZero();
    }
  }

  private static long allocatedBy(LedgerContender ledger, BindingId id) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int call = 0; call < CALLS; call++) {
      if (ledger.loadFresh(id) == null) {
        throw new AssertionError("no token");
      }
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
