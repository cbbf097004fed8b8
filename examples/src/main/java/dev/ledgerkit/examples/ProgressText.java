package dev.ledgerkit.examples;

import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A progress in words and figures. */
final class ProgressText {
  private static final int BAR = 16;
  private static final int NAME = 24;
  private static final int HUNDRED = 100;

  private final List<String> streams;

  ProgressText(List<StreamShape> streams) {
    this.streams = streams.stream().map(StreamShape::name).toList();
  }

  /** At most 79 characters, for a line that is drawn again and again. */
  String bar(Progress progress) {
    int percent = percent(progress);
    return format(
            "%s %-24s [%s] %s %6.0f/s %s",
            position(progress.stream()),
            shortened(name(progress)),
            percent < 0 ? "?".repeat(BAR) : filled(percent),
            percent < 0 ? "   ?" : format("%3d%%", percent),
            progress.perSecond(),
            left(progress.left()))
        .stripTrailing();
  }

  /** As many as it takes, for a line that stays. */
  String line(Progress progress) {
    int percent = percent(progress);
    return format(
        "%s %s: %d %s, %.0f/s%s",
        position(progress.stream()),
        name(progress),
        progress.done(),
        percent < 0 ? "so far" : format("of %d (%d%%)", progress.total(), percent),
        progress.perSecond(),
        progress.left() == null ? "" : ", " + left(progress.left()));
  }

  /** Which of how many streams it is; empty for one that was not announced. */
  String position(String stream) {
    int at = streams.indexOf(stream);
    String of = "/" + streams.size();
    return at < 0 ? "" : format("%" + (of.length() - 1) + "d", at + 1) + of;
  }

  /** -1 where the provider does not say how many there are. */
  static int percent(Progress progress) {
    if (progress.total() < 0) {
      return -1;
    }
    // More can come while they are read than there were when the list began.
    return progress.done() >= progress.total()
        ? HUNDRED
        : (int) (progress.done() * HUNDRED / progress.total());
  }

  private static String filled(int percent) {
    int full = percent * BAR / HUNDRED;
    return "#".repeat(full) + ".".repeat(BAR - full);
  }

  private static String name(Progress progress) {
    return switch (progress.phase()) {
      case LIST -> progress.stream();
      case CHANGES -> progress.stream() + " changes";
      case VERIFICATION -> progress.stream() + " check";
    };
  }

  private static String shortened(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 2) + "..";
  }

  private static String left(@Nullable Duration left) {
    if (left == null) {
      return "";
    }
    return left.toHours() > 0
        ? format("%d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : format("%d:%02d left", left.toMinutes(), left.toSecondsPart());
  }

  private static String format(String pattern, @Nullable Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
