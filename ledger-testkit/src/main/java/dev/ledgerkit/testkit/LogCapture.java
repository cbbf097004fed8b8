package dev.ledgerkit.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/**
 * Everything that is printed or logged while it is open: {@code System.out}, {@code System.err},
 * java.util.logging.
 *
 * <p>What is captured still reaches its destination. Closing restores the streams. Loggers that
 * look up {@code System.err} for each line, as slf4j-simple does, are captured; one that opened its
 * own file is not.
 *
 * <p>Safe for use by many threads, but the streams belong to the whole process: captures must be
 * closed in the reverse order of their opening, so tests that use it cannot run side by side in one
 * JVM.
 *
 * <pre>{@code
 * try (LogCapture log = LogCapture.open()) {
 *   connect();
 *   assertEquals(List.of(), log.linesWith("sim-rt-"));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class LogCapture implements AutoCloseable {
  /** Locks by itself. */
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = Logger.getLogger("");
  private final Handler handler = new Recorder();

  private LogCapture() {
    System.setOut(tee(out));
    System.setErr(tee(err));
    root.addHandler(handler);
  }

  /** Starts to capture. */
  public static LogCapture open() {
    return new LogCapture();
  }

  /** All that was captured so far. */
  public String text() {
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The captured lines in which {@code regex} is found. */
  public List<String> linesWith(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return text().lines().filter(line -> pattern.matcher(line).find()).toList();
  }

  private PrintStream tee(PrintStream original) {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int b) {
            original.write(b);
            text.write(b);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            original.write(bytes, from, length);
            text.write(bytes, from, length);
          }

          @Override
          public void flush() throws IOException {
            original.flush();
          }
        },
        true,
        StandardCharsets.UTF_8);
  }

  /** The console handler holds the stream of its own start, so a tee alone would miss these. */
  private final class Recorder extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      byte[] line = formatter.format(entry).getBytes(StandardCharsets.UTF_8);
      text.write(line, 0, line.length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Restores the streams; closing twice is harmless. */
  @Override
  public void close() {
    root.removeHandler(handler);
    System.setOut(out);
    System.setErr(err);
  }
}
