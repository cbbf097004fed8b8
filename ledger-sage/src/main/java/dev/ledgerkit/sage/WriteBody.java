package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.sage.draft.SageDraft;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The body of a write: the draft inside its envelope. */
final class WriteBody {
  private WriteBody() {}

  static byte[] create(String envelope, SageDraft draft, @Nullable IdempotencyKey key) {
    return create(envelope, draft, key, fields -> {});
  }

  /** A create whose fields are completed before they are sent, once nothing is missing. */
  static byte[] create(
      String envelope,
      SageDraft draft,
      @Nullable IdempotencyKey key,
      Consumer<ObjectNode> completion) {
    List<String> missing = draft.missing();
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "The %s cannot be created without: %s.".formatted(envelope, String.join(", ", missing)));
    }
    ObjectNode fields = SageJson.object();
    if (key != null) {
      fields.put("idempotency_id", key.value());
    }
    fields.setAll(SageJson.fields(draft));
    IdFields.check(envelope, fields);
    completion.accept(fields);
    return wrapped(envelope, fields);
  }

  static byte[] update(String envelope, SageDraft changes, String... cleared) {
    return update(envelope, changes, fields -> {}, cleared);
  }

  /** An update whose fields are spelled otherwise once they are known to be right. */
  static byte[] update(
      String envelope, SageDraft changes, Consumer<ObjectNode> spelling, String... cleared) {
    ObjectNode fields = SageJson.fields(changes);
    IdFields.check(envelope, fields);
    List<String> known =
        Arrays.stream(changes.getClass().getRecordComponents()).map(SageJson::wireName).toList();
    for (String name : cleared) {
      if (!known.contains(name)) {
        throw new ConfigurationException(
            "'%s' is no field of a %s and cannot be cleared; there are %s."
                .formatted(name, envelope, String.join(", ", known)));
      }
      if (fields.has(name)) {
        throw new ConfigurationException(
            "'%s' is both set and cleared in one update of a %s.".formatted(name, envelope));
      }
      fields.putNull(name);
    }
    if (fields.isEmpty()) {
      throw new ConfigurationException(
          "An update of a %s changes nothing; set or clear a field.".formatted(envelope));
    }
    spelling.accept(fields);
    return wrapped(envelope, fields);
  }

  private static byte[] wrapped(String envelope, ObjectNode fields) {
    ObjectNode body = SageJson.object();
    body.set(envelope, fields);
    return SageJson.write(body);
  }
}
