package dev.ledgerkit.core.oauth;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body the HTTP client must not send twice, for a refresh token is spent by the first time; and
 * not after its time: whoever was asleep while the connection was made may have lost the right to.
 */
final class OneShotBody extends RequestBody {
  private final MediaType type;
  private final byte[] bytes;

  private final BooleanSupplier tooLate;

  OneShotBody(MediaType type, byte[] bytes, BooleanSupplier tooLate) {
    this.type = type;
    this.bytes = bytes;
    this.tooLate = tooLate;
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    if (tooLate.getAsBoolean()) {
      throw new TooLateException();
    }
    sink.write(bytes);
  }

  /** Nothing of the body was sent. */
  static final class TooLateException extends IOException {
    private static final long serialVersionUID = 1;

    TooLateException() {
      super("the call's deadline passed before the request was sent");
    }
  }
}
