package dev.ledgerkit.core.http;

import dev.ledgerkit.core.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider's API, before it knows its host, token or tenant.
 *
 * <p>Immutable, so safe for use by many threads and for repetition.
 *
 * @since 0.1
 */
public final class ApiRequest {
  private final String method;
  private final String path;
  private final List<Map.Entry<String, String>> query;
  private final String accept;
  private final byte @Nullable [] body;
  private final boolean repeatable;
  private final @Nullable String lookup;
  private final boolean tenantless;
  private final boolean background;
  private final @Nullable AheadApi ahead;

  private ApiRequest(Builder builder) {
    this.method = builder.method;
    this.path = builder.path;
    this.query = List.copyOf(builder.query);
    this.accept = builder.accept;
    this.body = builder.body;
    this.repeatable = builder.repeatable;
    this.lookup = builder.lookup;
    this.tenantless = builder.tenantless;
    this.background = false;
    this.ahead = null;
  }

  private ApiRequest(ApiRequest same, boolean background, @Nullable AheadApi ahead) {
    this.method = same.method;
    this.path = same.path;
    this.query = same.query;
    this.accept = same.accept;
    this.body = same.body;
    this.repeatable = same.repeatable;
    this.lookup = same.lookup;
    this.tenantless = same.tenantless;
    this.background = background;
    this.ahead = ahead;
  }

  /** A read of {@code path}, relative to the API base, starting with a slash, not encoded. */
  public static Builder get(String path) {
    return new Builder("GET", path, null);
  }

  /** A create or action; {@code body} is JSON and not copied. */
  public static Builder post(String path, byte[] body) {
    return new Builder("POST", path, body);
  }

  /** An update; {@code body} is JSON and not copied. */
  public static Builder put(String path, byte[] body) {
    return new Builder("PUT", path, body);
  }

  /** A delete. */
  public static Builder delete(String path) {
    return new Builder("DELETE", path, null);
  }

  /** A delete that says more than its path; {@code body} is JSON and not copied. */
  public static Builder delete(String path, byte[] body) {
    return new Builder("DELETE", path, body);
  }

  /** The HTTP method. */
  public String method() {
    return method;
  }

  /** The path below the API base, not encoded. */
  public String path() {
    return path;
  }

  /** Query parameters in order, not encoded. */
  public List<Map.Entry<String, String>> query() {
    return query;
  }

  /** The media type asked for; {@code application/json} unless set. */
  public String accept() {
    return accept;
  }

  /** The JSON body; null for none. Not copied. */
  public byte @Nullable [] body() {
    return body;
  }

  /** Whether a {@code POST} may be sent twice; other methods may always. */
  public boolean repeatable() {
    return repeatable;
  }

  /**
   * How a person finds the record if the outcome is unknown; null if nothing better than the path.
   */
  public @Nullable String lookup() {
    return lookup;
  }

  /** Whether the call is made outside any tenant, as the list of tenants is. */
  public boolean tenantless() {
    return tenantless;
  }

  /** Whether nobody waits for the answer, so that the call lets others go first. */
  public boolean background() {
    return background;
  }

  /** The same call, for whoever has time; see {@link BackgroundApi}. */
  public ApiRequest inBackground() {
    return background ? this : new ApiRequest(this, true, ahead);
  }

  /** Who makes the call before the binding is locked; null for any other call. */
  @Nullable AheadApi ahead() {
    return ahead;
  }

  /** The same call, made before the binding is locked. */
  ApiRequest ahead(AheadApi maker) {
    return new ApiRequest(this, background, maker);
  }

  /** Method and path: what messages and logs may hold. The query may hold customer data. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  /** Collects what is optional. Not safe for use by many threads. */
  public static final class Builder {
    private final String method;
    private final String path;
    private final byte @Nullable [] body;
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private String accept = "application/json";
    private boolean repeatable;
    private @Nullable String lookup;
    private boolean tenantless;

    private Builder(String method, String path, byte @Nullable [] body) {
      if (!path.startsWith("/") || path.contains("//") || path.contains("..")) {
        throw new ConfigurationException(
            "Path '%s' is refused: it must start with '/' and have no empty or parent segment."
                .formatted(path));
      }
      this.method = method;
      this.path = path;
      this.body = body;
    }

    /** Adds a query parameter; a null value leaves it out. */
    public Builder query(String name, @Nullable Object value) {
      if (value != null) {
        query.add(Map.entry(name, value.toString()));
      }
      return this;
    }

    /** The media type wanted. */
    public Builder accept(String mediaType) {
      this.accept = mediaType;
      return this;
    }

    /**
     * Says that this {@code POST} may be sent again after its answer was lost, because its body
     * carries a key by which the provider recognises a repetition. Nothing is added to the request:
     * without such a key a repetition makes a second record.
     */
    public Builder repeatable() {
      this.repeatable = true;
      return this;
    }

    /** How to find the record if the outcome stays unknown, for example {@code reference AB-1}. */
    public Builder lookup(@Nullable String howToFind) {
      this.lookup = howToFind;
      return this;
    }

    /** Leaves the tenant header out. */
    public Builder tenantless() {
      this.tenantless = true;
      return this;
    }

    /** The request. */
    public ApiRequest build() {
      return new ApiRequest(this);
    }
  }
}
