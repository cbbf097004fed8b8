package dev.ledgerkit.testkit.freeagent;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the simulator has met so far, as of one moment.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * <pre>{@code
 * Seen seen = simulator.seen();
 * assertEquals(1, seen.refreshesAccepted());
 * assertEquals(2, seen.calls("POST /invoices"));
 * assertEquals(0, seen.throttled());
 * }</pre>
 *
 * <p>Note: a call whose reply was lost by a fault counts like any other; its status counts as 0.
 *
 * @param tokenExchanges codes exchanged for tokens
 * @param refreshesAccepted refreshes that gave a new pair
 * @param refreshesRejected refreshes refused, for whatever reason
 * @param reuseDetected refreshes with a token that was spent before
 * @param apiCalls calls of the accounting API
 * @param missingUserAgent API calls that did not say who calls
 * @param missingAccept API calls that did not ask for JSON; the provider may answer with XML
 * @param duplicateNumbers creates that drew a number another create had drawn
 * @param maxConcurrent most requests at one time, of all kinds
 * @param maxParallelCreates most creates at one time of one numbered resource by one user; more
 *     than one is a race
 * @param calls how often each {@code METHOD /path} was called, ids folded into {@code {id}}; beside
 *     the API the lower-case names of {@link dev.ledgerkit.testkit.Endpoint.Kind}
 * @param statuses how often each status was answered, by the API and the token endpoint
 * @since 0.1
 */
public record Seen(
    int tokenExchanges,
    int refreshesAccepted,
    int refreshesRejected,
    int reuseDetected,
    int apiCalls,
    int missingUserAgent,
    int missingAccept,
    int duplicateNumbers,
    int maxConcurrent,
    int maxParallelCreates,
    Map<String, Integer> calls,
    Map<Integer, Integer> statuses) {

  /** Copies the maps. */
  public Seen {
    calls = Collections.unmodifiableMap(new TreeMap<>(calls));
    statuses = Collections.unmodifiableMap(new TreeMap<>(statuses));
  }

  /** How often one call was made, for example {@code GET /contacts/{id}}. */
  public int calls(String methodAndPath) {
    return calls.getOrDefault(methodAndPath, 0);
  }

  /** How often this status was answered, by the API and the token endpoint; 0 is a lost reply. */
  public int answered(int status) {
    return statuses.getOrDefault(status, 0);
  }

  /** Calls answered with 401. */
  public int unauthorized() {
    return answered(401);
  }

  /** Calls answered with 429, refreshes among them. */
  public int throttled() {
    return answered(429);
  }
}
