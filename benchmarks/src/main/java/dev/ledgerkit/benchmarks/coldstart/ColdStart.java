package dev.ledgerkit.benchmarks.coldstart;

import dev.ledgerkit.benchmarks.contender.AwsContender;
import dev.ledgerkit.benchmarks.contender.AzureContender;
import dev.ledgerkit.benchmarks.contender.GoogleAuthContender;
import dev.ledgerkit.benchmarks.contender.GoogleOauthContender;
import dev.ledgerkit.benchmarks.contender.LedgerContender;
import dev.ledgerkit.benchmarks.contender.MsalContender;
import dev.ledgerkit.benchmarks.contender.SpringContender;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.sage.SageProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Constructs one thing in a JVM of its own: how long it takes and how many classes it loads. */
public final class ColdStart {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/token");
  private static final String NOTHING = "nothing";
  private static final List<String> THINGS =
      List.of(
          NOTHING,
          "Ledger, whole",
          "Ledger, token source alone",
          "OkHttpClient alone",
          "JsonMapper alone",
          "RandomGenerator alone",
          "google-auth",
          "google-oauth",
          "Spring, in memory",
          "AWS CachedSupplier",
          "azure SimpleTokenCache",
          "MSAL4J");

  private ColdStart() {}

  /** {@code --small}: one JVM each instead of five. */
  public static void run(List<String> arguments) throws IOException, InterruptedException {
    int times = arguments.contains("--small") ? 1 : 5;
    System.out.println(
        "\n| construct, fresh JVM | CPU ms, median of %d | ms | classes |".formatted(times));
    System.out.println("|---|---|---|---|");
    for (String thing : THINGS) {
      List<long[]> runs = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        runs.add(child(thing));
      }
      runs.sort((a, b) -> Long.compare(a[0], b[0]));
      long[] median = runs.get(times / 2);
      System.out.println(
          "| %s | %,d | %,d | %,d |".formatted(thing, median[0], median[1], median[2]));
    }
  }

  private static long[] child(String thing) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ColdStart.class.getName(),
                thing)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (child.waitFor() != 0) {
      throw new IllegalStateException(thing + " did not start");
    }
    return Arrays.stream(said.strip().split(" ")).mapToLong(Long::parseLong).toArray();
  }

  /** The child: constructs what it is told; prints its thread's CPU ms, the ms, and the classes. */
  public static void main(String[] arguments) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpuBefore = threads.getCurrentThreadCpuTime();
    long began = System.nanoTime();
    Object made = construct(arguments[0]);
    long took = System.nanoTime() - began;
    long cpu = threads.getCurrentThreadCpuTime() - cpuBefore;
    long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    System.out.println(
        Duration.ofNanos(cpu).toMillis() + " " + Duration.ofNanos(took).toMillis() + " " + classes);
    Runtime.getRuntime().halt(made == null ? 1 : 0); // whatever threads it started
  }

  private static Object construct(String thing) throws Exception {
    return switch (thing) {
      case "Ledger, whole" ->
          Ledger.builder(new InMemoryRecordStore(), new InMemoryTokenVault())
              .provider(SageProvider.builder("client", Secret.of("not-a-secret")).build())
              .build();
      case "Ledger, token source alone" -> LedgerContender.expired(NOWHERE);
      case "OkHttpClient alone" -> new OkHttpClient();
      case "JsonMapper alone" -> JsonMapper.builder().build();
      case "RandomGenerator alone" -> RandomGenerator.getDefault();
      case "google-auth" -> new GoogleAuthContender(NOWHERE);
      case "google-oauth" -> GoogleOauthContender.shared(NOWHERE);
      case "Spring, in memory" -> SpringContender.inMemory(NOWHERE);
      case "AWS CachedSupplier" -> new AwsContender(NOWHERE);
      case "azure SimpleTokenCache" -> new AzureContender(NOWHERE);
      case "MSAL4J" -> new MsalContender(Duration.ZERO);
      default -> NOTHING;
    };
  }
}
