package dev.ledgerkit.testkit.sage;

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
 * assertEquals(2, seen.calls("POST /sales_invoices"));
 * assertEquals(0, seen.missingBusinessHeader());
 * }</pre>
 *
 * <p>Note: a call whose reply was lost by a fault counts like any other; its status counts as 0.
 *
 * @param tokenExchanges codes exchanged for tokens
 * @param refreshesAccepted refreshes that gave a new pair
 * @param refreshesRejected refreshes refused, for whatever reason
 * @param reuseDetected refreshes with a token that was spent before
 * @param revokes calls of the revoke endpoint that were answered with success
 * @param apiCalls calls of the accounting API
 * @param missingBusinessHeader API calls that left the choice of business to the provider
 * @param markedAsSent invoice reads that marked the invoice as sent
 * @param idempotentReplays creates answered with the first response again
 * @param maxConcurrent most requests at one time, of all kinds
 * @param maxParallelCreates most creates at one time of one numbered resource in one business; the
 *     provider allows one
 * @param calls how often each {@code METHOD /path} was called, ids folded into {@code {id}}; beside
 *     the API the lower-case names of {@link dev.ledgerkit.testkit.Endpoint.Kind}, for example
 *     {@code token_refresh}
 * @param statuses how often each status was answered, by the API and the token endpoints
 * @since 0.1
 */
public record Seen(
    int tokenExchanges,
    int refreshesAccepted,
    int refreshesRejected,
    int reuseDetected,
    int revokes,
    int apiCalls,
    int missingBusinessHeader,
    int markedAsSent,
    int idempotentReplays,
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

  /** How often this status was answered, by the API and the token endpoints; 0 is a lost reply. */
  public int answered(int status) {
    return statuses.getOrDefault(status, 0);
  }

  /** Calls answered with 401; the token endpoints answer 400 where others would say 401. */
  public int unauthorized() {
    return answered(401);
  }

  /** Calls answered with 429. */
  public int throttled() {
    return answered(429);
  }
}
