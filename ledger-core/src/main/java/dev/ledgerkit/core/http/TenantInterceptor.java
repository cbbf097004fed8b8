package dev.ledgerkit.core.http;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Routes the call to the binding's tenant, always by header and never by what the provider takes
 * for the default. What {@link AheadApi} reads is the exception, and of no use until it has shown
 * whose it is.
 */
final class TenantInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    if (context.request().tenantless()) {
      return chain.proceed(chain.request());
    }
    Binding binding = routed(context);
    if (binding == null) {
      return chain.proceed(chain.request());
    }
    Request.Builder routed = chain.request().newBuilder();
    context
        .route()
        .dialect()
        .tenantHeaders(binding)
        .forEach((name, value) -> HeaderValues.put(routed, name, value));
    return chain.proceed(routed.build());
  }

  /** The binding whose tenant is named; null if the answer or the grant says whose it is. */
  private static @Nullable Binding routed(CallContext context) {
    Binding binding = context.route().binding();
    AheadApi ahead = context.request().ahead();
    if (ahead != null) {
      Business supposed = ahead.supposed();
      return supposed == null
          ? null
          : binding.with(binding.status(), supposed, binding.updatedAt());
    }
    if (binding.status() == BindingStatus.PENDING) {
      // its grant is not known to reach the business it is locked to, or it has none yet
      throw new ReconnectRequiredException(context.binding(), ReconnectCause.NOT_CONNECTED);
    }
    return binding;
  }
}
