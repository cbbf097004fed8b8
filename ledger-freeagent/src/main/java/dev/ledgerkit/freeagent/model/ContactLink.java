package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * The contact of a project: its reference, or all of it where the list was asked for nested
 * records.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * @param ref which contact
 * @param nested the contact itself; null unless it was asked for
 * @since 0.1
 */
@JsonDeserialize(using = ContactLink.Reader.class)
public record ContactLink(Ref<Contact> ref, @Nullable Contact nested) {

  /** As it came. */
  @JsonValue
  Object answered() {
    return nested == null ? ref : nested;
  }

  /** Reads either form. */
  static final class Reader extends StdDeserializer<ContactLink> {
    Reader() {
      super(ContactLink.class);
    }

    @Override
    public ContactLink deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return new ContactLink(Ref.answered(parser.getString()), null);
      }
      Contact contact = context.readValue(parser, Contact.class);
      return new ContactLink(contact.url(), contact);
    }
  }
}
