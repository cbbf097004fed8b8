package dev.ledgerkit.testkit.freeagent.books;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * URLs as ids. One for all companies of a simulator, so no two records share a number and another
 * company's URL points at nothing here.
 *
 * <p>Written once, before the first request.
 *
 * @since 0.1
 */
public final class Links {
  /** The version in every path. */
  public static final String BASE = "/v2";

  private @Nullable String api;

  /** The base is not known yet. */
  public Links() {}

  /** The simulator listens here. */
  public void open(String baseUri) {
    api = baseUri + BASE + "/";
  }

  /** For example {@code http://127.0.0.1:54321/v2/contacts/7}. */
  public String url(String path, Object id) {
    return url(path + "/" + id);
  }

  /** The URL of a path below the base. */
  public String url(String path) {
    if (api == null) {
      throw new IllegalStateException("The simulator is not listening yet.");
    }
    return api + path;
  }

  /** The last segment of a URL of this resource; blank if it is of another one, or another host. */
  public String key(String path, String url) {
    String prefix = url(path + "/");
    return url.startsWith(prefix) ? url.substring(prefix.length()) : "";
  }

  OptionalLong id(String path, String url) {
    return number(key(path, url));
  }

  static OptionalLong number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
