package dev.ledgerkit.sage;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.sage.draft.AllocatedArtefactDraft;
import dev.ledgerkit.sage.draft.FileContent;
import dev.ledgerkit.sage.query.Sort;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.type.TypeFactory;

/** A value of any type the client takes, with nothing left out. */
final class Samples {
  static final TypeFactory TYPES = TypeFactory.createDefaultInstance();

  /** Stands where ids go. */
  static final String KEY = "k1";

  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, KEY),
          Map.entry(BigDecimal.class, BigDecimal.ONE),
          Map.entry(Integer.class, 1),
          Map.entry(Long.class, 1L),
          Map.entry(Boolean.class, true),
          Map.entry(LocalDate.class, LocalDate.of(2025, 1, 31)),
          Map.entry(Instant.class, Instant.parse("2025-01-31T10:00:00Z")),
          Map.entry(byte[].class, new byte[] {1}),
          Map.entry(String[].class, new String[0]),
          Map.entry(FileContent.class, FileContent.of(new byte[] {1})),
          // What is allocated comes to zero.
          Map.entry(AllocatedArtefactDraft.class, new AllocatedArtefactDraft(KEY, BigDecimal.ZERO)),
          Map.entry(Secret.class, Secret.of("sim-1")),
          Map.entry(JsonNode.class, SageJson.object().put("any", "thing")),
          Map.entry(Sort.class, Sort.ascending("created_at")),
          Map.entry(IdempotencyKey.class, IdempotencyKey.of("sample")));

  /** Components for which the value of their type will not do. */
  private static final Map<String, Object> BY_NAME =
      Map.of("gifiCode", 1000, "mimeType", "application/pdf");

  private Samples() {}

  static Object of(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (VALUES.containsKey(raw)) {
      return VALUES.get(raw);
    }
    if (type.isCollectionLikeType()) {
      return List.of(of(type.getContentType()));
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw.isRecord()) {
      return record(raw);
    }
    throw new AssertionError("No sample of " + type);
  }

  /** An open enum: a record around the text that goes over the wire. */
  static boolean openEnum(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }

  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(Samples::component).toArray();
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("A full sample of " + type + " is refused", e);
    }
  }

  private static Object component(RecordComponent component) {
    Object named = BY_NAME.get(component.getName());
    return named != null ? named : of(TYPES.constructType(component.getGenericType()));
  }
}
