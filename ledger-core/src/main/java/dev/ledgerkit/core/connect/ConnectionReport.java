package dev.ledgerkit.core.connect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link ConnectionCheck} found. Immutable, so safe for use by many threads; holds no
 * secret.
 *
 * @param steps in the order they were made
 * @since 0.1
 */
public record ConnectionReport(List<Step> steps) {
  /** What a dashboard shows if everything works. */
  public static final String AVAILABLE = "connection available";

  /** What a dashboard shows if something does not; {@link #failure} says what. */
  public static final String UNAVAILABLE = "Connection unavailable";

  /** What was looked at. */
  public enum Check {
    /** The names of the provider's hosts are known. */
    DNS,
    /** The hosts answer, by TLS unless they are on this machine. */
    TLS,
    /** This machine's clock is right; a wrong one is corrected for, and told. */
    CLOCK,
    /** The token endpoint is one, and takes the client's credentials, or there is a token. */
    TOKEN,
    /** The grant reaches the business the binding is locked to. */
    BUSINESS,
    /** The user may read it. */
    PERMISSION,
    /** Its subscription is active. */
    SUBSCRIPTION
  }

  /** How a step ended. */
  public enum Outcome {
    /** It works. */
    PASSED,
    /** It does not; nothing after it was looked at. */
    FAILED,
    /** It was not looked at. */
    SKIPPED
  }

  /**
   * One step.
   *
   * @param took how long it took
   * @param detail what was found
   * @param remedy what to do; empty unless it failed
   */
  public record Step(Check check, Outcome outcome, Duration took, String detail, String remedy) {}

  /** Copies the steps. */
  public ConnectionReport {
    steps = List.copyOf(steps);
  }

  /** Whether no step failed. */
  public boolean available() {
    return failure().isEmpty();
  }

  /** One of the two fixed answers. */
  public String answer() {
    return available() ? AVAILABLE : UNAVAILABLE;
  }

  /** The step that failed, if one did; none is looked at after it. */
  public Optional<Step> failure() {
    return steps.stream().filter(step -> step.outcome() == Outcome.FAILED).findFirst();
  }

  /** The step of a check. */
  public Step step(Check check) {
    return steps.stream().filter(step -> step.check() == check).findFirst().orElseThrow();
  }
}
