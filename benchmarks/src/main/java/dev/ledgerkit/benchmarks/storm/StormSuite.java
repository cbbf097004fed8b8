package dev.ledgerkit.benchmarks.storm;

import dev.ledgerkit.benchmarks.contender.AwsContender;
import dev.ledgerkit.benchmarks.contender.AzureContender;
import dev.ledgerkit.benchmarks.contender.Contender;
import dev.ledgerkit.benchmarks.contender.GoogleAuthContender;
import dev.ledgerkit.benchmarks.contender.GoogleOauthContender;
import dev.ledgerkit.benchmarks.contender.LedgerContender;
import dev.ledgerkit.benchmarks.contender.MsalContender;
import dev.ledgerkit.benchmarks.contender.SpringContender;
import dev.ledgerkit.benchmarks.contender.TokenServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One expired token, a token server of a given slowness, and everybody at once. */
public final class StormSuite {
  private static final String LEDGER = "Ledger, ";
  private static final Map<String, Entry> ENTRIES = entries();

  /** What a slow endpoint is asked with by everybody but Ledger, to bound the suite's time. */
  private static final int MOST_CALLERS_WHEN_SLOW = 200;

  private StormSuite() {}

  /** {@code --small}: 10 callers at 20 ms. */
  public static void run(List<String> arguments) throws Exception {
    boolean small = arguments.contains("--small");
    warmUp();
    System.out.println(
        """

        | delay | callers | library | token calls | of them refused | failed callers | wall ms | next refresh |
        |---|---|---|---|---|---|---|---|""");
    for (Duration delay : small ? millis(20) : millis(20, 200, 6_000)) {
      for (int callers : small ? List.of(10) : List.of(10, 100, 1_000)) {
        for (String name : ENTRIES.keySet()) {
          boolean bounded = delay.toMillis() > 1_000 && !name.startsWith(LEDGER);
          int count = bounded ? Math.min(callers, MOST_CALLERS_WHEN_SLOW) : callers;
          System.out.println(row(name, count, delay));
        }
      }
    }
  }

  /** So that nobody's first storm also pays for loading his classes. */
  private static void warmUp() throws Exception {
    for (String name : ENTRIES.keySet()) {
      row(name, 10, Duration.ZERO);
    }
  }

  static String row(String name, int callers, Duration delay) throws Exception {
    Entry entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("No contender is called " + name);
    }
    try (TokenServer server = new TokenServer(delay);
        Contender contender = entry.enter(server.tokenUri(), delay)) {
      boolean stubbed = contender instanceof MsalContender;
      Storm storm = Storm.run(callers, contender, token -> stubbed || server.issued(token));
      int calls = contender instanceof MsalContender msal ? msal.sends() : server.calls();
      int refused = server.refused();
      return "| %s ms | %,d | %s | %,d | %,d | %,d | %,d | %s |"
          .formatted(
              delay.toMillis(),
              callers,
              name,
              calls,
              refused,
              storm.failed(),
              storm.millis(),
              afterwards(contender, server));
    }
  }

  private static String afterwards(Contender contender, TokenServer server) {
    int before = server.calls();
    try {
      String token = contender.refreshAgain();
      if (token == null) {
        return "**grant deleted**";
      }
      return server.issued(token) && server.calls() > before ? "works" : "**not made**";
    } catch (UnsupportedOperationException e) {
      return "–";
    } catch (Exception e) {
      return "**refused**";
    }
  }

  private static List<Duration> millis(long... millis) {
    List<Duration> all = new ArrayList<>();
    for (long each : millis) {
      all.add(Duration.ofMillis(each));
    }
    return all;
  }

  private static Map<String, Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    entries.put(LEDGER + "in memory", (uri, delay) -> LedgerContender.expired(uri));
    entries.put(LEDGER + "sealed, in memory", (uri, delay) -> LedgerContender.sealed(uri));
    entries.put(LEDGER + "sealed, JDBC", (uri, delay) -> LedgerContender.sealedInDatabase(uri));
    entries.put("google-auth", (uri, delay) -> new GoogleAuthContender(uri));
    entries.put("google-oauth, shared", (uri, delay) -> GoogleOauthContender.shared(uri));
    entries.put("google-oauth, loadCredential", (uri, delay) -> GoogleOauthContender.loading(uri));
    entries.put("Spring, in memory", (uri, delay) -> SpringContender.inMemory(uri));
    entries.put("Spring, JDBC", (uri, delay) -> SpringContender.jdbc(uri));
    entries.put("AWS CachedSupplier", (uri, delay) -> new AwsContender(uri));
    entries.put("azure SimpleTokenCache", (uri, delay) -> new AzureContender(uri));
    entries.put("MSAL4J, stub", (uri, delay) -> new MsalContender(delay));
    return entries;
  }

  /** Sets a contender up. */
  private interface Entry {
    Contender enter(URI tokenUri, Duration delay) throws Exception;
  }
}
