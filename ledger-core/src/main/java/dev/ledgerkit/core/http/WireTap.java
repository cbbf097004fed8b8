package dev.ledgerkit.core.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The one network interceptor. It runs when there is a connection and nothing was sent, which is
 * the moment after which a write may have happened; and it keeps {@code Retry-After} from OkHttp,
 * which would repeat a bodiless call on {@code 503} with {@code Retry-After: 0} by itself and fails
 * on a number too long for an {@code int}.
 */
final class WireTap implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    context.sent();
    Response answer = chain.proceed(chain.request());
    context.retryAfter(answer.header("Retry-After"));
    return answer.newBuilder().removeHeader("Retry-After").build();
  }
}
