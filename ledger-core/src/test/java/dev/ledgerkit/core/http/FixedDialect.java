package dev.ledgerkit.core.http;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A fake: a provider whose every word is given. An error body is its one problem; "for good" in it
 * is no token's fault.
 */
record FixedDialect(URI base, List<RateLimit> limits) implements ApiDialect {

  @Override
  public URI apiBase(Binding binding) {
    return base;
  }

  @Override
  public Map<String, String> tenantHeaders(Binding binding) {
    return Map.of("X-Business", "tenant-of-" + binding.id());
  }

  @Override
  public Map<String, String> commonHeaders() {
    return Map.of("X-Api-Version", "7");
  }

  @Override
  public List<Problem> problems(int status, String contentType, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(new Problem("name", "bad", text));
  }

  @Override
  public boolean tokenRefused(int status, List<Problem> problems) {
    return status == 401 && problems.stream().noneMatch(p -> p.message().contains("for good"));
  }

  @Override
  public String requestIdHeader() {
    return "x-request-id";
  }
}
