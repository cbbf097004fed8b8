package dev.ledgerkit.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * One trip to the provider: a fresh body out, the whole answer back. The answer is read here,
 * inside the retry, so that a connection lost halfway through it is an attempt that failed; and the
 * connection is free again before anybody waits.
 */
final class WireInterceptor implements Interceptor {
  /** What is read of a refusal: enough for any list of problems. */
  private static final int REFUSAL_BYTES = 256 * 1024;

  private static final byte[] NO_BYTES = {};

  private final Duration attemptTimeout;
  private final int maxResponseBytes;

  WireInterceptor(Duration attemptTimeout, long maxResponseBytes) {
    this.attemptTimeout = attemptTimeout;
    this.maxResponseBytes = Math.toIntExact(maxResponseBytes);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    context.departing();
    long nanos = Math.min(attemptTimeout.toNanos(), context.remainingNanos());
    int millis = (int) TimeUnit.NANOSECONDS.toMillis(nanos);
    if (millis <= 0) { // zero would mean for ever
      throw new SocketTimeoutException("the deadline of the call is over");
    }
    Chain timed =
        chain
            .withConnectTimeout(millis, TimeUnit.MILLISECONDS)
            .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
            .withReadTimeout(millis, TimeUnit.MILLISECONDS);
    Request request = chain.request();
    Request trip = request.newBuilder().method(request.method(), body(context, request)).build();
    try (Response answer = proceed(timed, trip)) {
      // The read timeout starts anew with every byte; against a body that drips, this one does not.
      answer.body().source().timeout().deadline(millis, TimeUnit.MILLISECONDS);
      context.answered(answer.isSuccessful() ? whole(chain, answer) : beginning(answer));
      Response.Builder read = answer.newBuilder().body(ResponseBody.EMPTY);
      String retryAfter = context.retryAfter();
      return retryAfter == null ? read.build() : read.header("Retry-After", retryAfter).build();
    }
  }

  /** While OkHttp connects, an interrupt comes out of it undeclared, with the flag cleared. */
  private static Response proceed(Chain chain, Request trip) throws IOException {
    try {
      return chain.proceed(trip);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException interrupted) {
        throw Interrupts.restore(interrupted);
      }
      throw new IOException(e);
    }
  }

  private static @Nullable RequestBody body(CallContext context, Request request) {
    byte[] payload = context.payload();
    if (payload != null) {
      return new OneShotBody(payload);
    }
    return switch (request.method()) {
      case "POST", "PUT" -> new OneShotBody(NO_BYTES);
      default -> null;
    };
  }

  private byte[] whole(Chain chain, Response answer) throws IOException {
    if (answer.body().contentLength() > maxResponseBytes) {
      throw tooLarge(chain);
    }
    try (InputStream in = answer.body().byteStream()) {
      byte[] bytes = in.readNBytes(maxResponseBytes + 1);
      if (bytes.length > maxResponseBytes) {
        throw tooLarge(chain);
      }
      return bytes;
    }
  }

  /**
   * Cuts the connection first: closing a body that was not read to its end would read on for a
   * while.
   */
  private UnusableAnswerException tooLarge(Chain chain) {
    chain.call().cancel();
    return new UnusableAnswerException(
        "more than the %d bytes that are allowed; raise maxResponseBytes if it is expected"
            .formatted(maxResponseBytes));
  }

  /**
   * The status is what counts: a body that is too long or breaks off does not make the refusal
   * unknown.
   */
  private static byte[] beginning(Response answer) {
    try (InputStream in = answer.body().byteStream()) {
      return in.readNBytes(REFUSAL_BYTES);
    } catch (IOException e) {
      return NO_BYTES;
    }
  }
}
