package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Routes the call to the binding's tenant, always by header and never by what the provider takes
 * for the default.
 */
final class TenantInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    if (context.request().tenantless()) {
      return chain.proceed(chain.request());
    }
    ApiRoute route = context.route();
    if (route.binding().status() == BindingStatus.PENDING) {
      // its grant is not known to reach the business it is locked to, or it has none yet
      throw new ReconnectRequiredException(context.binding(), ReconnectCause.NOT_CONNECTED);
    }
    Request.Builder routed = chain.request().newBuilder();
    route
        .dialect()
        .tenantHeaders(route.binding())
        .forEach((name, value) -> HeaderValues.put(routed, name, value));
    return chain.proceed(routed.build());
  }
}
