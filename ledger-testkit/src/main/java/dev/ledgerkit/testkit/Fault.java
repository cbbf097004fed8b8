package dev.ledgerkit.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that goes wrong with one request.
 *
 * <p>The records say what; the simulator makes it happen on the socket. Faults that do the work
 * first change the simulator's state as a healthy request would: after {@link #loseReply()} on a
 * refresh the old token is spent.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * <pre>{@code
 * simulator.script().on(Endpoint.TOKEN_REFRESH).then(Fault.loseReply(), Fault.status(503));
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Fault {

  /** Does the work, then closes the socket without a byte of reply. */
  record LoseReply() implements Fault {}

  /** Reads the request and closes the socket without doing the work. */
  record LoseRequest() implements Fault {}

  /** Resets the connection (TCP RST) without doing the work. */
  record Reset() implements Fault {}

  /** Does the work and answers after this much real time. */
  record Slow(Duration delay) implements Fault {}

  /** Does the work and closes the socket half way through the body. */
  record TruncatedBody() implements Fault {}

  /** Does the work and labels the right body {@code text/html}. */
  record WrongContentType() implements Fault {}

  /** Answers with a body of this many bytes, streamed, without doing the work. */
  record HugeBody(long bytes) implements Fault {}

  /** Answers 503 from the first hit until that long has passed on the simulator's clock. */
  record Outage(Duration length) implements Fault {}

  /** Answers with this status and the provider's usual error body, without doing the work. */
  record Status(int code, Optional<String> retryAfter) implements Fault {}

  /** Answers exactly this, without doing the work. */
  record Reply(int code, String contentType, String body) implements Fault {}

  /** The dangerous one: the work is done and the client never learns it. */
  static Fault loseReply() {
    return new LoseReply();
  }

  /** The socket closes before the work. */
  static Fault loseRequest() {
    return new LoseRequest();
  }

  /** The connection is reset before the work. */
  static Fault reset() {
    return new Reset();
  }

  /** The work is done at once, the reply comes after {@code delay} of real time. */
  static Fault slow(Duration delay) {
    return new Slow(delay);
  }

  /** The work is done, the body ends half way. */
  static Fault truncatedBody() {
    return new TruncatedBody();
  }

  /** The work is done, the JSON is labelled {@code text/html}. */
  static Fault wrongContentType() {
    return new WrongContentType();
  }

  /** A gateway's HTML page with this status, without the work. */
  static Fault nonJson(int status) {
    return new Reply(
        status, "text/html; charset=utf-8", "<html><body><h1>" + status + "</h1></body></html>");
  }

  /** A 200 whose JSON body is this long, produced while it is read. */
  static Fault hugeBody(long bytes) {
    return new HugeBody(bytes);
  }

  /** This status with the provider's usual error body. */
  static Fault status(int code) {
    return new Status(code, Optional.empty());
  }

  /** This status and {@code Retry-After} in seconds. */
  static Fault status(int code, long retryAfterSeconds) {
    return new Status(code, Optional.of(Long.toString(retryAfterSeconds)));
  }

  /** This status and {@code Retry-After} as an HTTP date. */
  static Fault statusWithRetryDate(int code, Instant retryAt) {
    return new Status(code, Optional.of(HttpDate.format(retryAt)));
  }

  /** This status and exactly this {@code Retry-After}, however odd. */
  static Fault statusWithRetryAfter(int code, String retryAfter) {
    return new Status(code, Optional.of(retryAfter));
  }

  /** Exactly this answer. */
  static Fault reply(int code, String contentType, String body) {
    return new Reply(code, contentType, body);
  }

  /** 503 for every matching request from the first hit until {@code length} later on the clock. */
  static Fault outage(Duration length) {
    return new Outage(length);
  }
}
