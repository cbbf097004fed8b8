package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Turns what comes out of the pipeline into an answer or an exception of the one family. */
final class ErrorsInterceptor implements Interceptor {
  private final LedgerClock clock;

  ErrorsInterceptor(LedgerClock clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) {
    CallContext context = CallContext.of(chain.request());
    try {
      Response answer = chain.proceed(chain.request());
      if (!answer.isSuccessful()) {
        answer.close();
        throw context.withHistory(Refusals.of(context, answer, clock));
      }
      AnswerCheck.require(context, answer);
      context.succeeded(response(context, answer));
      return answer;
    } catch (IOException e) {
      throw context.withHistory(Outcomes.of(context, e, chain.request().url().host()));
    }
  }

  private static ApiResponse response(CallContext context, Response answer) {
    Map<String, String> headers = new HashMap<>();
    Headers sent = answer.headers();
    for (int i = 0; i < sent.size(); i++) {
      headers.put(sent.name(i).toLowerCase(Locale.ROOT), sent.value(i));
    }
    return new ApiResponse(answer.code(), headers, context.body(), RequestIds.of(context, answer));
  }
}
