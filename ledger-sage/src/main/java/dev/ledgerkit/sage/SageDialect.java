package dev.ledgerkit.sage;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.http.ApiDialect;
import dev.ledgerkit.core.http.ApiResponse;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.http.TenantProof;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the API of Sage Business Cloud Accounting v3.1 is spoken. */
final class SageDialect implements ApiDialect {
  /** Per application, shared by all its merchants (developer portal, best practices). */
  static final List<RateLimit> DOCUMENTED_LIMITS =
      List.of(
          new RateLimit(RateLimit.Scope.CLIENT, 1_296_000, Duration.ofDays(1)),
          new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 150, Duration.ZERO));

  private static final String BUSINESS_HEADER = "X-Business";
  private static final String NO_SUBSCRIPTION = "No active subscription";

  private final SageEndpoints endpoints;
  private final List<RateLimit> limits;
  private final TenantProof proof;

  SageDialect(SageEndpoints endpoints, List<RateLimit> limits, boolean listsBeforeBusiness) {
    this.endpoints = endpoints;
    this.limits = List.copyOf(limits);
    this.proof = listsBeforeBusiness ? TenantProof.ANSWER : TenantProof.REQUEST;
  }

  @Override
  public URI apiBase(Binding binding) {
    return endpoints.apiBase(SageRegion.of(binding.region()));
  }

  /** Without the header Sage would silently take the user's lead business. */
  @Override
  public Map<String, String> tenantHeaders(Binding binding) {
    Business business = binding.business();
    if (business == null) {
      throw new ConfigurationException(
          "Binding %s has no business yet; lock one before calling Sage.".formatted(binding.id()));
    }
    return Map.of(BUSINESS_HEADER, business.id());
  }

  @Override
  public TenantProof tenantProof() {
    return proof;
  }

  /** Every answer but those about businesses and users names the business it is of. */
  @Override
  public Optional<String> answeredFor(ApiResponse answer) {
    return answer.header("x-business");
  }

  @Override
  public List<Problem> problems(int status, String contentType, byte[] body) {
    return SageProblems.read(status, body);
  }

  /** A lapsed subscription is answered 401 too, and no token helps against it. */
  @Override
  public boolean tokenRefused(int status, List<Problem> problems) {
    return status == 401
        && problems.stream().noneMatch(problem -> problem.message().contains(NO_SUBSCRIPTION));
  }

  @Override
  public String requestIdHeader() {
    return "x_request_id";
  }

  @Override
  public List<RateLimit> limits() {
    return limits;
  }
}
