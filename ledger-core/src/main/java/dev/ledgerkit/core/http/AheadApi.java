package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ApiClient} for the moments between a grant and the lock: it reads for a binding whose
 * business is still being asked for. What came is of no use until {@link #readFrom} has said whose
 * it is.
 *
 * <p>Its calls differ from others in two points: they are made while the binding is pending, and a
 * refused token is not exchanged for another, since it may be the missing tenant that was refused.
 * Reads only. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class AheadApi implements ApiClient {
  private static final String NOT_SAID = "";

  private final ApiClient api;
  private final @Nullable Business supposed;
  private final ApiDialect dialect;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  private AheadApi(ApiClient api, @Nullable Business supposed, ApiDialect dialect) {
    this.api = api;
    this.supposed = supposed;
    this.dialect = dialect;
  }

  /**
   * One whose answers can be told apart.
   *
   * @param supposed the business it will be, as far as can be said; null if nothing can
   * @return empty if nothing would tell of whom the answers are
   */
  public static Optional<AheadApi> of(
      ApiClient api, @Nullable Business supposed, ApiDialect dialect) {
    return supposed == null && dialect.tenantProof() == TenantProof.REQUEST
        ? Optional.empty()
        : Optional.of(new AheadApi(api, supposed, dialect));
  }

  @Override
  public ApiResponse call(BindingId binding, ApiRequest request) {
    if (over || !request.method().equals("GET")) {
      throw new ConfigurationException(
          "%s for binding %s was not sent: before the business is known there are reads only, and only until it is."
              .formatted(request, binding));
    }
    ApiResponse answer = api.call(binding, request.ahead(new ApiRequest.Ahead(supposed)));
    answered.add(dialect.answeredFor(answer).orElse(NOT_SAID));
    return answer;
  }

  /**
   * Whether everything that was read is {@code business}'s.
   *
   * @param sameGrant whether all calls were surely made under the grant by which the business was
   *     learned
   */
  public boolean readFrom(Business business, boolean sameGrant) {
    return switch (dialect.tenantProof()) {
      case GRANT -> sameGrant;
      case REQUEST -> isSupposed(business);
      case ANSWER ->
          supposed == null
              ? answered.stream().allMatch(business.id()::equals)
              : isSupposed(business);
    };
  }

  private boolean isSupposed(Business business) {
    return supposed != null && supposed.id().equals(business.id());
  }

  /** No further call is made. */
  public void end() {
    over = true;
  }
}
