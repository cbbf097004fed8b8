package dev.ledgerkit.testkit.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A {@link NodeMain} in a process of its own, seen from the test. Every wait is bounded. */
final class NodeProcess implements AutoCloseable {
  static final String DIED = "died";
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final OutputStream in;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Thread reader;

  /** Starts one; its log, of this level, goes to {@code log}. */
  NodeProcess(NodeSetup setup, String classPath, Path log, String level) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-Xss256k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + level,
            "-cp",
            classPath,
            NodeMain.class.getName()));
    command.addAll(setup.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put(NodeSetup.SECRET, setup.secret().reveal());
    process = builder.start();
    in = process.getOutputStream();
    reader = new Thread(this::read, "node-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        int space = line.indexOf(' ');
        CompletableFuture<String> waiting =
            space < 0 ? null : asked.remove(line.substring(0, space));
        if (waiting != null) {
          waiting.complete(line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      lines.add("event unreadable " + e.getMessage());
    } finally {
      asked.values().forEach(waiting -> waiting.complete(DIED));
    }
  }

  /** The answer when it comes; {@link #DIED} if the node ends first. */
  CompletableFuture<String> send(String command) {
    String number = Integer.toString(numbers.incrementAndGet());
    CompletableFuture<String> answer = new CompletableFuture<>();
    asked.put(number, answer);
    try {
      in.write((number + " " + command + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      answer.complete(DIED);
    }
    if (!reader.isAlive()) {
      answer.complete(DIED);
    }
    return answer;
  }

  String ask(String command) {
    return get(send(command));
  }

  static String get(CompletableFuture<String> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer from a node", e);
    }
  }

  /** All it said so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** How often it told of such an event. */
  int events(String event) {
    return (int) lines.stream().filter(line -> line.startsWith("event " + event)).count();
  }

  NodeProcess awaitEvent(String event) {
    return await(all -> all.stream().anyMatch(line -> line.startsWith("event " + event)), event);
  }

  private NodeProcess await(Predicate<List<String>> happened, String what) {
    Waits.until(
        "event " + what, () -> happened.test(lines) || !process.isAlive() || !reader.isAlive());
    if (!happened.test(lines)) {
      throw new AssertionError("the node ended before event " + what + ": " + lines);
    }
    return this;
  }

  /** Its exit code, once it has ended and all it said is read. */
  int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the node did not end: " + lines);
      }
      reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return process.exitValue();
  }

  /** As an operator or the kernel does it; all that it said before stays readable. */
  int kill() {
    process.toHandle().destroyForcibly();
    return awaitExit();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
  }
}
