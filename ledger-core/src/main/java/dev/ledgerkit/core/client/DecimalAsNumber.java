package dev.ledgerkit.core.client;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes a decimal as a JSON number, for the few fields where a text is not understood. Everywhere
 * else {@link WireJson} writes decimals as texts.
 *
 * <p>Stateless, so safe for use by many threads.
 *
 * <pre>{@code
 * record LineDraft(@JsonSerialize(using = DecimalAsNumber.class) BigDecimal amount) {}
 * }</pre>
 *
 * @since 0.1
 */
public final class DecimalAsNumber extends StdSerializer<BigDecimal> {
  /** Made by Jackson. */
  public DecimalAsNumber() {
    super(BigDecimal.class);
  }

  @Override
  public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
    out.writeNumber(value);
  }
}
