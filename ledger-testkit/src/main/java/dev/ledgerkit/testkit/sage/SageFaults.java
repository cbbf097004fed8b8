package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.sage.table.Problem;

/**
 * Faults only this provider has.
 *
 * <p>Stateless, so safe for use by many threads.
 *
 * <pre>{@code
 * simulator.script().on(Endpoint.API).then(SageFaults.noSubscription());
 * }</pre>
 *
 * @since 0.1
 */
public final class SageFaults {
  private SageFaults() {}

  /** 401 with "No active subscription. (MSE)": a fresh token will not help. */
  public static Fault noSubscription() {
    return api(401, "AuthorizationFailure", ApiServer.NO_SUBSCRIPTION.message());
  }

  /** 422 that names no field: what an unexpected business rule looks like. */
  public static Fault refused(String message) {
    return api(422, "RecordInvalid", message);
  }

  /** 403: the user behind the grant lacks the right. */
  public static Fault accessDenied() {
    return Fault.status(403);
  }

  private static Fault api(int status, String dataCode, String message) {
    return Fault.reply(
        status,
        "application/json; charset=utf-8",
        new Problem(dataCode, message, "").reply(status).body());
  }
}
