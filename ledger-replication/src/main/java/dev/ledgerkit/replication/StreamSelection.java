package dev.ledgerkit.replication;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.stream.StreamGroup;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to copy: the groups of streams, and from which days.
 *
 * @param groups at least one
 * @param start the first day on which a record was created, in UTC; null for no bound
 * @param end the last day; null for up to now
 * @param historical whether what is older than the start is copied too
 * @since 0.1
 */
public record StreamSelection(
    Set<StreamGroup> groups,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    boolean historical) {
  /** Refuses what selects nothing. */
  public StreamSelection {
    if (groups.isEmpty()) {
      throw new ConfigurationException(
          "No stream is selected; switch on financial, inventory or customer data.");
    }
    if (start != null && end != null && end.isBefore(start)) {
      throw new ConfigurationException(
          "The end date %s is before the start date %s; exchange them.".formatted(end, start));
    }
    groups = Set.copyOf(groups);
  }

  /** Every stream, whole. */
  public static StreamSelection everything() {
    return new StreamSelection(EnumSet.allOf(StreamGroup.class), null, null, true);
  }

  /** The moments between which a record must have been created. */
  public Window window() {
    return new Window(
        start == null || historical ? null : start.atStartOfDay(ZoneOffset.UTC).toInstant(),
        end == null ? null : end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
