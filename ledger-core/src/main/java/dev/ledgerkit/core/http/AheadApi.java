package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.oauth.OauthToken;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ApiClient} for the moments between a grant and the lock: it reads under one access
 * token, for a binding whose business is still being asked for. What came is of no use until {@link
 * #readFrom} has said whose it is.
 *
 * <p>Its calls differ from others in three points: they carry that token and no other, whatever the
 * binding's grant becomes meanwhile; they are made while the binding is pending; and a refused
 * token is not exchanged for another. Reads only. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class AheadApi implements ApiClient {
  private static final String NOT_SAID = "";

  private final ApiClient api;
  private final OauthToken token;
  private final ApiDialect dialect;
  private final @Nullable Business supposed;
  private final Runnable departure;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  /**
   * Makes its calls through {@code api}.
   *
   * @param token of the grant whose business is asked for
   * @param supposed the business it will be, as far as can be said; null if nothing can
   */
  public AheadApi(
      ApiClient api, OauthToken token, ApiDialect dialect, @Nullable Business supposed) {
    this(api, token, dialect, supposed, () -> {});
  }

  private AheadApi(
      ApiClient api,
      OauthToken token,
      ApiDialect dialect,
      @Nullable Business supposed,
      Runnable departure) {
    this.api = api;
    this.token = token;
    this.dialect = dialect;
    this.supposed = supposed;
    this.departure = departure;
  }

  /**
   * One that tells, on the calling thread, whenever a call has its permit and is about to go out.
   */
  public AheadApi telling(Runnable departing) {
    return new AheadApi(api, token, dialect, supposed, departing);
  }

  /** Whether something can tell of whom the answers are. */
  public boolean isOfUse() {
    return supposed != null || dialect.tenantProof() != TenantProof.REQUEST;
  }

  @Override
  public ApiResponse call(BindingId binding, ApiRequest request) {
    if (!request.method().equals("GET")) {
      throw new ConfigurationException(
          "%s for binding %s was not sent: before the business is known there are reads only."
              .formatted(request, binding));
    }
    ApiResponse answer = api.call(binding, request.ahead(this));
    answered.add(dialect.answeredFor(answer).orElse(NOT_SAID));
    return answer;
  }

  /** Whether what is read can only be {@code business}'s, or another's, before it has come. */
  public boolean mayRead(Business business) {
    return supposed == null || supposed.id().equals(business.id());
  }

  /**
   * Whether everything that was read is {@code business}'s.
   *
   * @param business what this very token reaches
   */
  public boolean readFrom(Business business) {
    boolean silent = supposed != null || dialect.tenantProof() == TenantProof.GRANT;
    return mayRead(business)
        && answered.stream()
            .allMatch(said -> said.equals(business.id()) || (silent && said.equals(NOT_SAID)));
  }

  /** No further call goes out. */
  public void end() {
    over = true;
  }

  /**
   * The token, for a call that has its permit.
   *
   * @throws ConfigurationException if it is over
   */
  OauthToken departing(CallContext context) {
    if (over) {
      throw new ConfigurationException(
          "%s was not sent: what it was asked for is known by now.".formatted(context.describe()));
    }
    departure.run();
    return token;
  }

  @Nullable Business supposed() {
    return supposed;
  }
}
