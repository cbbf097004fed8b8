package dev.ledgerkit.core.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One field of a policy's JSON on its way into the builder, or onto the list of problems. */
record Reading(PolicyBuilder builder, PolicyField field, JsonNode value) {

  /** What takes a flag and gives the builder back. */
  interface FlagSetter {
    PolicyBuilder set(boolean value);
  }

  void flag(FlagSetter setter) {
    if (value.isBoolean()) {
      setter.set(value.booleanValue());
    } else {
      refuse("is not true or false");
    }
  }

  void whole(LongConsumer setter) {
    if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0) {
      setter.accept(value.longValue());
    } else {
      refuse("is not a whole number");
    }
  }

  void days(IntConsumer setter) {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      setter.accept(value.intValue());
    } else {
      refuse("is not a number of days");
    }
  }

  void text(Consumer<@Nullable String> setter) {
    if (value.isString()) {
      setter.accept(value.stringValue());
    } else {
      refuse("is not a text");
    }
  }

  /** An instant, or a day, which begins in UTC. */
  void time(Consumer<@Nullable Instant> setter) {
    String text = value.isString() ? value.stringValue() : "";
    try {
      setter.accept(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      refuse("is neither a day (2026-01-31) nor an instant (2026-01-31T09:00:00Z)");
    }
  }

  void texts(Consumer<Collection<String>> setter) {
    TreeSet<String> texts = new TreeSet<>();
    boolean good = value.isArray();
    for (JsonNode element : value) {
      good &= element.isString() && !element.stringValue().isBlank();
      texts.add(element.asString(""));
    }
    if (good) {
      setter.accept(texts);
    } else {
      refuse("is not a list of texts");
    }
  }

  void entries(BiConsumer<String, String> setter) {
    each(
        (key, entry) -> {
          if (entry.isString()) {
            setter.accept(key, entry.stringValue());
          } else {
            refuse(field.of(key), entry, "is not a text");
          }
        });
  }

  /** Entries in which null says: to no account. */
  void choices(BiConsumer<String, BankAccountChoice> setter) {
    each(
        (key, entry) -> {
          if (entry.isNull()) {
            setter.accept(key, BankAccountChoice.LEAVE_UNPAID);
          } else if (entry.isString() && !entry.stringValue().isBlank()) {
            setter.accept(key, new BankAccountChoice(entry.stringValue()));
          } else {
            refuse(field.of(key), entry, "is neither a bank account nor null");
          }
        });
  }

  private void each(BiConsumer<String, JsonNode> consumer) {
    if (!value.isObject()) {
      refuse("is not an object");
      return;
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      consumer.accept(entry.getKey(), entry.getValue());
    }
  }

  private void refuse(String why) {
    refuse(field.wire(), value, why);
  }

  private void refuse(String name, JsonNode refused, String why) {
    builder.problem(PolicyBuilder.invalid(name, refused + " " + why));
  }
}
