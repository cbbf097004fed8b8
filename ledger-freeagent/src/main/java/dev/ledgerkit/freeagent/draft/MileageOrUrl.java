package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Ref;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Mileage is no category, but a word that stands where one does. */
final class MileageOrUrl extends StdSerializer<Ref<?>> {
  static final Ref<Category> MILEAGE = Ref.answered("Mileage");

  MileageOrUrl() {
    super(Ref.class);
  }

  @Override
  public void serialize(Ref<?> category, JsonGenerator out, SerializationContext context) {
    if (category.equals(MILEAGE)) {
      out.writeString(category.toString());
    } else {
      context.writeValue(out, category); // by the serializer of every reference, which checks it
    }
  }
}
