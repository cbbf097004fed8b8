package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.WireJson;
import dev.ledgerkit.freeagent.model.Ref;
import java.net.URI;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** FreeAgent's JSON: references are URLs of the environment, records stand in an envelope. */
final class FreeAgentJson {
  static final WireJson WIRE =
      WireJson.with(
          new SimpleModule("freeagent-references").addSerializer(Ref.class, new RefAsUrl()));

  private static final String BASE = "dev.ledgerkit.freeagent.base";

  private FreeAgentJson() {}

  /**
   * The fields of a draft or query.
   *
   * @throws ConfigurationException naming the field whose reference is not of {@code base}
   */
  static ObjectNode fields(Object value, URI base) {
    try {
      return WIRE.fields(value, Map.of(BASE, base));
    } catch (DatabindException e) {
      if (e.getCause() instanceof ConfigurationException refused) {
        throw new ConfigurationException(
            "%s: %s".formatted(fieldOf(e), refused.getMessage()), refused);
      }
      throw e;
    }
  }

  /** A record in its envelope; FreeAgent puts some single ones under the name of their list. */
  static <T> T single(byte[] body, String envelope, String listEnvelope, Class<T> type) {
    JsonNode document = WIRE.tree(body);
    JsonNode record = document.has(envelope) ? document.get(envelope) : document.get(listEnvelope);
    if (record == null || !record.isObject()) {
      throw MismatchedInputException.from(null, type, "no " + envelope);
    }
    return WIRE.read(record, type);
  }

  /** A record that may come without an envelope. */
  static <T> T bare(byte[] body, String envelope, Class<T> type) {
    JsonNode document = WIRE.tree(body);
    return WIRE.read(document.has(envelope) ? document.get(envelope) : document, type);
  }

  static byte[] enveloped(String envelope, JsonNode content) {
    ObjectNode body = WIRE.object();
    body.set(envelope, content);
    return WIRE.write(body);
  }

  private static String fieldOf(DatabindException e) {
    StringBuilder path = new StringBuilder();
    e.getPath()
        .forEach(
            step -> {
              String name = step.getPropertyName();
              path.append(
                  name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
            });
    return path.toString();
  }

  /** Without a base, as when a model is written again, a reference is what it was read from. */
  private static final class RefAsUrl extends StdSerializer<Object> {
    RefAsUrl() {
      super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      Object base = context.getAttribute(BASE);
      out.writeString(
          base instanceof URI uri && value instanceof Ref<?> ref
              ? ref.in(uri).toString()
              : value.toString());
    }
  }
}
