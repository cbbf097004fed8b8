package dev.ledgerkit.sage;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ForbiddenException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.client.QueryString;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiDialect;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The shortest way to the wire: one call, no token, no retry, errors by kind. */
final class WireApi implements ApiClient {
  private final Binding binding;
  private final ApiDialect dialect;
  private final List<ApiRequest> sent = new CopyOnWriteArrayList<>();

  WireApi(SageProvider provider, Binding binding) {
    this.binding = binding;
    this.dialect = provider.api();
  }

  /** What was asked of it, in order. */
  List<ApiRequest> sent() {
    return sent;
  }

  @Override
  public ApiResponse call(BindingId id, ApiRequest request) {
    sent.add(request);
    try {
      return exchange(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApiResponse exchange(ApiRequest request) throws IOException {
    HttpURLConnection wire = (HttpURLConnection) uri(request).toURL().openConnection();
    wire.setRequestMethod(request.method());
    wire.setRequestProperty("Accept", request.accept());
    if (!request.tenantless()) {
      dialect.tenantHeaders(binding).forEach(wire::setRequestProperty);
    }
    byte[] body = request.body();
    if (body != null) {
      wire.setDoOutput(true);
      wire.setRequestProperty("Content-Type", "application/json");
      wire.getOutputStream().write(body);
    }
    int status = wire.getResponseCode();
    byte[] answer;
    try (InputStream in = status < 400 ? wire.getInputStream() : wire.getErrorStream()) {
      answer = in == null ? new byte[0] : in.readAllBytes();
    }
    if (status < 300) {
      return new ApiResponse(status, Map.of(), answer, "req-1");
    }
    throw refusal(request, status, dialect.problems(status, "application/json", answer));
  }

  private URI uri(ApiRequest request) {
    String query =
        request.query().stream()
            .map(parameter -> parameter.getKey() + "=" + QueryString.encode(parameter.getValue()))
            .collect(Collectors.joining("&", request.query().isEmpty() ? "" : "?", ""));
    return URI.create(dialect.apiBase(binding) + request.path() + query);
  }

  private static ApiException refusal(ApiRequest request, int status, List<Problem> problems) {
    return switch (status) {
      case 400, 409, 415, 422 ->
          new ValidationException(request.toString(), status, problems, "req-1");
      case 403 -> new ForbiddenException(request.toString(), status, problems, "req-1");
      case 404, 410 -> new NotFoundException(request.toString(), status, problems, "req-1");
      default -> new ApiException(request.toString(), status, problems, "req-1");
    };
  }
}
