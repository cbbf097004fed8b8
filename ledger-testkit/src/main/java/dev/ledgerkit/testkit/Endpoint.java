package dev.ledgerkit.testkit;

import java.util.function.BiPredicate;

/**
 * Which requests a scripted fault applies to.
 *
 * <p>Paths are those of the provider's API without the base, so {@code /contacts} and not {@code
 * /v3.1/contacts}.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * <pre>{@code
 * simulator.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply());
 * simulator.script().on(Endpoint.api("POST", "/sales_invoices")).then(Fault.status(503)).times(2);
 * }</pre>
 *
 * @since 0.1
 */
public final class Endpoint {

  /**
   * What a request is for, as the simulator sees it.
   *
   * @since 0.1
   */
  public enum Kind {
    /** The consent page and its answer. */
    AUTHORIZE,
    /** An authorization code is exchanged for tokens. */
    TOKEN_EXCHANGE,
    /** A refresh token is spent for a new pair. */
    TOKEN_REFRESH,
    /** A refresh token is given up. */
    REVOKE,
    /** Everything else: the accounting API. */
    API
  }

  /** The consent page and the answer given on it. */
  public static final Endpoint AUTHORIZE = ofKind(Kind.AUTHORIZE);

  /** Code exchanges at the token endpoint. */
  public static final Endpoint TOKEN_EXCHANGE = ofKind(Kind.TOKEN_EXCHANGE);

  /** Refreshes at the token endpoint. */
  public static final Endpoint TOKEN_REFRESH = ofKind(Kind.TOKEN_REFRESH);

  /** The revoke endpoint. */
  public static final Endpoint REVOKE = ofKind(Kind.REVOKE);

  /** Every call of the accounting API. */
  public static final Endpoint API = ofKind(Kind.API);

  private final String name;
  private final Kind kind;
  private final BiPredicate<String, String> methodAndPath;

  private Endpoint(String name, Kind kind, BiPredicate<String, String> methodAndPath) {
    this.name = name;
    this.kind = kind;
    this.methodAndPath = methodAndPath;
  }

  private static Endpoint ofKind(Kind kind) {
    return new Endpoint(kind.name(), kind, (method, path) -> true);
  }

  /**
   * API calls with this method whose path starts with {@code pathPrefix}, for example {@code
   * /contacts}.
   */
  public static Endpoint api(String method, String pathPrefix) {
    return apiMatching(
        method + " " + pathPrefix + "*",
        (m, path) -> m.equals(method) && path.startsWith(pathPrefix));
  }

  /** API calls with any method whose path starts with {@code pathPrefix}. */
  public static Endpoint api(String pathPrefix) {
    return apiMatching("* " + pathPrefix + "*", (method, path) -> path.startsWith(pathPrefix));
  }

  /**
   * API calls whose method and path satisfy the predicate; {@code name} is what a failing test
   * prints.
   */
  public static Endpoint apiMatching(String name, BiPredicate<String, String> methodAndPath) {
    return new Endpoint(name, Kind.API, methodAndPath);
  }

  /** Whether a request of this kind, method and path is meant. */
  public boolean matches(Kind requestKind, String method, String path) {
    return kind == requestKind && methodAndPath.test(method, path);
  }

  @Override
  public String toString() {
    return name;
  }
}
