package dev.ledgerkit.core.http;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pipeline must know about a provider's API. Stateless and safe for use by many threads.
 *
 * @since 0.1
 */
public interface ApiDialect {

  /** Where the API of this binding's region or environment lives; paths are appended to it. */
  URI apiBase(Binding binding);

  /**
   * The headers that route a call to the binding's tenant.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the binding has no tenant yet
   */
  Map<String, String> tenantHeaders(Binding binding);

  /** What shows whose an answer is that was asked for before the binding was locked. */
  default TenantProof tenantProof() {
    return TenantProof.REQUEST;
  }

  /** The id of the tenant an answer says it is of; empty if it does not say. */
  default Optional<String> answeredFor(ApiResponse answer) {
    return Optional.empty();
  }

  /** Headers every call carries, for example the API version. */
  default Map<String, String> commonHeaders() {
    return Map.of();
  }

  /** Reads what the provider objects to out of an error body, whatever its shape; never throws. */
  List<Problem> problems(int status, String contentType, byte[] body);

  /** Whether this refusal means that the access token is not good, so that a new one may help. */
  default boolean tokenRefused(int status, List<Problem> problems) {
    return status == 401;
  }

  /** The header, in lower case, that carries the provider's id of an exchange. */
  String requestIdHeader();

  /** The provider's documented limits. */
  List<RateLimit> limits();
}
