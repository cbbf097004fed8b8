package dev.ledgerkit.core.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Fixes the identity of the call once, outside the retry: every attempt sends the same bytes,
 * whatever the caller does to its array meanwhile.
 */
final class IdempotencyInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    ApiRequest request = context.request();
    byte[] body = request.body();
    context.identify(body == null ? null : body.clone(), mayRepeat(request));
    return chain.proceed(chain.request());
  }

  private static boolean mayRepeat(ApiRequest request) {
    return switch (request.method()) {
      case "GET", "PUT", "DELETE" -> true; // RFC 9110, section 9.2.2
      default -> request.repeatable(); // the provider answers the repetition with the first result
    };
  }
}
