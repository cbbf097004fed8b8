package dev.ledgerkit.testkit.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A JSON string of any length, written in small pieces. */
final class FillerBody implements MockResponseBody {
  private static final byte[] OPEN = "{\"filler\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "\"}".getBytes(StandardCharsets.US_ASCII);
  private static final int PIECE = 64 * 1024;

  private final long length;

  FillerBody(long length) {
    this.length = Math.max(length, OPEN.length + CLOSE.length);
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    byte[] piece = new byte[PIECE];
    Arrays.fill(piece, (byte) 'x');
    sink.write(OPEN);
    long left = length - OPEN.length - CLOSE.length;
    while (left > 0) {
      int now = (int) Math.min(left, PIECE);
      sink.write(piece, 0, now);
      sink.flush();
      left -= now;
    }
    sink.write(CLOSE);
  }
}
