package dev.ledgerkit.core.oauth;

import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;

/** Reads an answer whole, up to a limit, so that no server decides how much memory is used. */
final class BoundedBody {
  /** Two tokens of 2 KiB and their neighbours fit many times over. */
  static final long TOKEN_LIMIT = 64 * 1024;

  private BoundedBody() {}

  static byte[] read(Response response, long limit) throws IOException {
    Buffer buffer = new Buffer();
    while (buffer.size() <= limit) {
      if (response.body().source().read(buffer, limit + 1 - buffer.size()) == -1) {
        return buffer.readByteArray();
      }
    }
    throw new IOException("the answer is longer than " + limit + " bytes");
  }
}
