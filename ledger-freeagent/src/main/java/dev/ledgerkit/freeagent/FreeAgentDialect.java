package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.http.ApiDialect;
import dev.ledgerkit.core.http.RateLimit;
import dev.ledgerkit.core.http.TenantProof;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How FreeAgent's API v2 is spoken. */
final class FreeAgentDialect implements ApiDialect {
  /**
   * The first two are documented, per user of one company. The last is what staff say of one IP
   * address, which a host's process usually has.
   */
  static final List<RateLimit> DOCUMENTED_LIMITS =
      List.of(
          new RateLimit(RateLimit.Scope.BINDING, 120, Duration.ofMinutes(1)),
          new RateLimit(RateLimit.Scope.BINDING, 3_600, Duration.ofHours(1)),
          new RateLimit(RateLimit.Scope.CLIENT, 1_000, Duration.ofMinutes(1)));

  private final FreeAgentEndpoints endpoints;
  private final List<RateLimit> limits;
  private final Map<String, String> headers;
  private final boolean practice;

  FreeAgentDialect(
      FreeAgentEndpoints endpoints,
      List<RateLimit> limits,
      FreeAgentApiVersion version,
      String application,
      boolean practice) {
    this.endpoints = endpoints;
    this.limits = List.copyOf(limits);
    this.practice = practice;
    this.headers =
        Map.of("X-Api-Version", version.toString(), "User-Agent", application + " ledgerkit");
  }

  @Override
  public URI apiBase(Binding binding) {
    return endpoints.apiBase(FreeAgentEnvironment.of(binding.region()));
  }

  /**
   * The token names the company, or with a practice the header does; that the binding has one
   * locked is a condition of both.
   */
  @Override
  public Map<String, String> tenantHeaders(Binding binding) {
    Business business = binding.business();
    if (business == null) {
      throw new ConfigurationException(
          "Binding %s has no company yet; connect it before calling FreeAgent."
              .formatted(binding.id()));
    }
    return practice ? Map.of("X-Subdomain", business.id()) : Map.of();
  }

  /**
   * A token reaches one company; a practice's reaches all its clients, and no answer says whose.
   */
  @Override
  public TenantProof tenantProof() {
    return practice ? TenantProof.REQUEST : TenantProof.GRANT;
  }

  @Override
  public Map<String, String> commonHeaders() {
    return headers;
  }

  @Override
  public List<Problem> problems(int status, String contentType, byte[] body) {
    return FreeAgentProblems.read(status, contentType, body);
  }

  @Override
  public String requestIdHeader() {
    return "x-request-id";
  }

  @Override
  public List<RateLimit> limits() {
    return limits;
  }
}
