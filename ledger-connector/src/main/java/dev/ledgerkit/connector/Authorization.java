package dev.ledgerkit.connector;

import dev.ledgerkit.core.connect.Consent;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A consent under way for a machine without a browser: show {@link #url()} to a person anywhere,
 * and hand in the URL their browser was sent to. It need not have loaded there.
 *
 * <p>Close it; once {@link #complete} returned, the connection it gave is on its own. For one
 * thread.
 *
 * <pre>{@code
 * try (Authorization authorization = connector.authorize(properties)) {
 *   show(authorization.url());
 *   Connection connection = authorization.complete(pasted());
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class Authorization implements AutoCloseable {
  private final Session session;
  private final GrantSettling settling;
  private final Consent consent;
  private final AtomicBoolean handedOver = new AtomicBoolean();

  Authorization(Session session, GrantSettling settling, Consent consent) {
    this.session = session;
    this.settling = settling;
    this.consent = consent;
  }

  /** The page to show; carries the single-use state, so keep it out of logs. */
  public URI url() {
    return consent.url();
  }

  /** Until when an answer is taken. */
  public Instant expiresAt() {
    return consent.expiresAt();
  }

  /**
   * Takes the answer. After an exception it may be called again with the right URL, as long as the
   * exception does not say that the consent itself is used up.
   *
   * @param callbackUrl the whole URL the browser was sent to
   * @throws dev.ledgerkit.core.ConsentRefusedException if it answers another consent, or is too old
   * @throws ConsentDeclinedException if the person declined
   * @throws dev.ledgerkit.core.ConfigurationException if it is no such URL, or several businesses
   *     are reached and {@code Business} names none
   */
  public Connection complete(String callbackUrl) {
    if (handedOver.get()) {
      throw new IllegalStateException("This consent was completed before; begin another.");
    }
    settling.complete(callbackUrl);
    handedOver.set(true);
    return new Connection(session);
  }

  /** Gives the consent up, unless it was completed. */
  @Override
  public void close() {
    if (!handedOver.get()) {
      session.close();
    }
  }

  /** Without the URL. */
  @Override
  public String toString() {
    return "Authorization[until " + consent.expiresAt() + "]";
  }
}
