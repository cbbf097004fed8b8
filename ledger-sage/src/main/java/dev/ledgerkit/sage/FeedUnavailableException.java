package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.sage.query.Feed;

/**
 * A feed was asked for that Sage does not have for this resource. Nothing was sent.
 *
 * <p>The message says what tells of such changes instead. {@link SageStream#feeds} names the feeds
 * there are.
 *
 * @since 0.1
 */
public final class FeedUnavailableException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  private final String resource;
  private final Feed feed;

  FeedUnavailableException(String resource, Feed feed, String remedy) {
    super("Sage has no '%s' for %s; %s.".formatted(feed.parameter(), resource, remedy));
    this.resource = resource;
    this.feed = feed;
  }

  /** The resource under Sage's name, for example {@code ledger_accounts}. */
  public String resource() {
    return resource;
  }

  /** What it does not tell. */
  public Feed feed() {
    return feed;
  }
}
