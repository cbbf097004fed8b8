package dev.ledgerkit.testkit.nodes;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.nodes.NodeSetup.Opened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * A node: reads a command a line, {@code <number> <words>}, and answers each with {@code <number>
 * <answer>} when it is done; what happens unasked is a line that begins {@code event}.
 *
 * <p>Ends with its standard input, so that no node outlives its test.
 */
final class NodeMain {
  private static final int CALLERS = 64;
  private static final long PATIENCE_SECONDS = 120;

  private final PrintStream out;
  private final NodeClock clock;
  private final Steps steps;
  private final Ledger ledger;
  private final SageProvider sage;
  private final ExecutorService commands = Executors.newCachedThreadPool(NodeMain::daemon);
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS, NodeMain::daemon);

  private NodeMain(NodeSetup setup, PrintStream out) throws IOException {
    this.out = out;
    this.clock = new NodeClock(setup.clock());
    this.steps = new Steps(this::say, clock);
    this.sage = setup.provider();
    Opened store = setup.open(new NodeClock(setup.clock()));
    String tokenPath = setup.uris().get(2).getPath();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .eventListenerFactory(
                call ->
                    call.request().url().encodedPath().equals(tokenPath)
                        ? new StepListener(steps)
                        : EventListener.NONE)
            .build();
    this.ledger =
        setup.ledger(
            store.records(),
            vault -> new SteppedVault(vault, steps),
            builder -> builder.clock(clock).httpClient(http).listener(this::tell));
  }

  /** See {@link NodeSetup#arguments}. */
  public static void main(String[] args) throws IOException {
    Secret secret = Secret.of(System.getenv(NodeSetup.SECRET));
    NodeMain node = new NodeMain(NodeSetup.parse(args, secret), System.out);
    node.say("event ready");
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> words = List.of(line.split(" "));
      node.commands.execute(
          () -> node.say(words.get(0) + " " + node.obey(words.subList(1, words.size()))));
    }
    Runtime.getRuntime().halt(0);
  }

  private String obey(List<String> words) {
    try {
      return switch (words.get(0)) {
        case "load" -> ledger.tokens().loadFresh(NodeSetup.binding(words.get(1))).fingerprint();
        case "call" -> call(NodeSetup.binding(words.get(1)));
        case "storm" ->
            storm("load", Integer.parseInt(words.get(1)), words.subList(2, words.size()));
        case "calls" -> storm("call", 1, words.subList(1, words.size()));
        case "poll" -> {
          ledger.bindings().poll();
          yield "polled";
        }
        case "status" ->
            ledger.bindings().find(NodeSetup.binding(words.get(1))).orElseThrow().status().name();
        case "clock-error" -> {
          clock.error(Long.parseLong(words.get(1)));
          yield "wrong";
        }
        case "halt-at", "stall-at", "spin-at" -> {
          Steps.Deed deed =
              Steps.Deed.valueOf(words.get(0).replace("-at", "").toUpperCase(Locale.ROOT));
          steps.arm(deed, words.get(1), Integer.parseInt(words.get(2)));
          yield "armed";
        }
        case "resume" -> {
          steps.resume();
          yield "resumed";
        }
        default -> "failed unknown command";
      };
    } catch (LedgerException e) {
      e.printStackTrace(); // as a host's log shows it
      return failure(e);
    } catch (Exception e) {
      e.printStackTrace();
      return "failed " + e;
    }
  }

  private String call(BindingId id) {
    sage.client(ledger.api(), id).taxRates().list().first();
    return "ok";
  }

  /** Every binding by so many callers at once; answers what came of each, in order. */
  private String storm(String what, int each, List<String> ids) throws Exception {
    Map<String, List<Future<String>>> calls = new TreeMap<>();
    for (String id : ids) {
      List<Future<String>> own = new ArrayList<>();
      for (int caller = 0; caller < each; caller++) {
        own.add(callers.submit(() -> obey(List.of(what, id))));
      }
      calls.put(id, own);
    }
    List<String> answers = new ArrayList<>();
    for (Map.Entry<String, List<Future<String>>> call : calls.entrySet()) {
      for (Future<String> answer : call.getValue()) {
        String token = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        String line = call.getKey() + "=" + token.replace(' ', '_');
        if (!answers.contains(line)) {
          answers.add(line);
        }
      }
    }
    return String.join(" ", answers);
  }

  private static String failure(LedgerException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ReconnectRequiredException dead) {
        return "failed " + dead.reason();
      }
    }
    return "failed " + e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private void tell(LedgerEvent event) {
    say("event " + event.getClass().getSimpleName() + " " + event.binding());
  }

  /** One write, so that lines of two threads do not mix. */
  private void say(String line) {
    byte[] bytes = (line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "node-command");
    thread.setDaemon(true);
    return thread;
  }
}
