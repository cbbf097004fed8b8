package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ledgerkit.core.ConfigurationException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which record: FreeAgent's identity of a record is its URL.
 *
 * <p>Made of a bare id, of a URL a host stored, or read from an answer. Before any call, and before
 * a reference is written into a draft, the client checks that it lies below the API base of the
 * binding's own environment; what does not is refused, and nothing is sent. Immutable, so safe for
 * use by many threads.
 *
 * <pre>{@code
 * Ref<Contact> contact = Contact.ref("2");
 * Ref<Contact> stored = Contact.ref("https://api.freeagent.com/v2/contacts/2");
 * contact.is(stored); // true; they are not equal, since only one names its environment
 * }</pre>
 *
 * @param <T> the model of the record
 * @since 0.1
 */
@SuppressWarnings("UnusedTypeParameter") // it keeps a contact from being passed for an invoice
public final class Ref<T> {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern BELOW_BASE = Pattern.compile("/[a-z_]+(/[A-Za-z0-9_-]{1,100})+");
  private static final String NONE = "";

  private final String value;

  private Ref(String value) {
    this.value = value;
  }

  /** What an answer names, kept as it came and checked when it is used. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static <T> Ref<T> answered(String url) {
    return new Ref<>(url);
  }

  /** What stands for the URL an answer did not carry; every use of it is refused. */
  static <T> Ref<T> orNone(@Nullable Ref<T> given) {
    return given == null ? new Ref<>(NONE) : given;
  }

  /**
   * A record of {@code collection}. The models' own {@code ref} methods are shorter.
   *
   * @param collection its path below the API base, such as {@code contacts}
   * @param idOrUrl as FreeAgent gave it
   * @throws ConfigurationException if it is neither an id nor a URL of that collection
   */
  public static <T> Ref<T> of(String collection, String idOrUrl) {
    String text = idOrUrl.strip();
    if (ID.matcher(text).matches()) {
      return new Ref<>(collection + "/" + text);
    }
    String id = text.substring(text.lastIndexOf('/') + 1);
    if (!text.endsWith("/" + collection + "/" + id) || !ID.matcher(id).matches()) {
      throw new ConfigurationException(
          "'%s' is neither an id nor the URL of a record of FreeAgent's %s."
              .formatted(idOrUrl, collection));
    }
    return new Ref<>(text);
  }

  /** The last part of the URL. */
  public String id() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** Whether {@code other} names the same record, as far as both say. */
  public boolean is(Ref<?> other) {
    return value.equals(other.value)
        || value.endsWith("/" + other.value)
        || other.value.endsWith("/" + value);
  }

  /**
   * The URL of the record in the environment of {@code apiBase}.
   *
   * @throws ConfigurationException if it is a URL of another host or environment, or of no record
   */
  public URI in(URI apiBase) {
    return URI.create(apiBase + below(apiBase));
  }

  /**
   * The path of the record below {@code apiBase}, if it is one of {@code collection}.
   *
   * @throws ConfigurationException if it is not, or is a URL of another host or environment
   */
  public String pathIn(URI apiBase, String collection) {
    String path = below(apiBase);
    if (!path.equals("/" + collection + "/" + id())) {
      throw new ConfigurationException(
          "'%s' is not a record of FreeAgent's %s; pass one of those."
              .formatted(value, collection));
    }
    return path;
  }

  private String below(URI apiBase) {
    String base = apiBase.toString();
    String path;
    if (value.contains(":")) {
      if (!value.startsWith(base + "/")) {
        throw new ConfigurationException(
            "'%s' is not a record of this binding: its environment lies at %s."
                .formatted(value, base));
      }
      path = value.substring(base.length());
    } else if (value.startsWith("/")) {
      String basePath = apiBase.getRawPath() == null ? "" : apiBase.getRawPath();
      path = value.startsWith(basePath + "/") ? value.substring(basePath.length()) : value;
    } else {
      path = "/" + value;
    }
    if (!BELOW_BASE.matcher(path).matches()) {
      throw new ConfigurationException(
          value.isEmpty()
              ? "This record was answered without its URL; read it from a list first."
              : "'%s' is not the URL of a FreeAgent record.".formatted(value));
    }
    return path;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref<?> ref && ref.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** As it was given or answered. */
  @JsonValue
  @Override
  public String toString() {
    return value;
  }
}
