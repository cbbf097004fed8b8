package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.Progress;
import java.time.Duration;
import java.util.List;

/** One line that is drawn again in its place, ten times a second at most, and gone at the end. */
final class ProgressBar implements ProgressDisplay {
  private static final long APART = Duration.ofMillis(100).toNanos();

  private final Terminal terminal;
  private final LedgerClock clock;
  private ProgressText text = new ProgressText(List.of());
  private long drawn;
  private int width;

  ProgressBar(Terminal terminal, LedgerClock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void begin(List<StreamShape> streams) {
    text = new ProgressText(streams);
    width = 0;
  }

  @Override
  public void accept(Progress progress) {
    long now = clock.nanoTime();
    if (width == 0 || now - drawn >= APART) {
      drawn = now;
      draw(text.bar(progress));
    }
  }

  /** Over the whole of the line before. */
  private void draw(String line) {
    terminal.redraw(line + " ".repeat(Math.max(0, width - line.length())));
    width = line.length();
  }

  @Override
  public void end() {
    if (width > 0) {
      draw("");
      terminal.redraw("");
    }
  }
}
