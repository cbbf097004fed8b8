package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.Progress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that stay, for a log: one where a stream begins and one where it ends, a single one if that
 * is the same page, and between them one every five seconds at most.
 */
final class ProgressLines implements ProgressDisplay {
  private static final long APART = Duration.ofSeconds(5).toNanos();

  private final Terminal terminal;
  private final LedgerClock clock;
  private ProgressText text = new ProgressText(List.of());
  private @Nullable Progress furthest;
  private long said;

  ProgressLines(Terminal terminal, LedgerClock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void begin(List<StreamShape> streams) {
    text = new ProgressText(streams);
  }

  @Override
  public void accept(Progress progress) {
    if (progress.phase() == Progress.Phase.VERIFICATION) {
      return; // nothing is read that stays
    }
    Progress before = furthest;
    if (before == null || !before.stream().equals(progress.stream())) {
      end();
      furthest = progress;
      if (ProgressText.percent(progress) < 100) {
        say(progress);
      }
      return;
    }
    // A list that was read is followed by what changed meanwhile, counted from nothing again.
    if (progress.phase() == Progress.Phase.LIST || before.phase() == Progress.Phase.CHANGES) {
      furthest = progress;
      if (clock.nanoTime() - said >= APART && ProgressText.percent(progress) < 100) {
        say(progress);
      }
    }
  }

  private void say(Progress progress) {
    said = clock.nanoTime();
    terminal.say(text.line(progress));
  }

  @Override
  public void end() {
    Progress last = furthest;
    if (last != null) {
      terminal.say(
          "%s %s: %d read".formatted(text.position(last.stream()), last.stream(), last.done()));
    }
    furthest = null;
  }
}
