package dev.ledgerkit.examples;

import dev.ledgerkit.connector.LoopbackReceiver;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.sage.SageProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sage itself: the user consents in their browser, and time passes as it does. */
final class RealSage implements World {
  private static final Duration CONSENT_LIMIT = Duration.ofMinutes(5);

  private final Configuration configuration;
  private final Consumer<URI> browser;
  private final SageProvider sage;
  private final LoopbackReceiver callback;

  /**
   * Listens for the callback already.
   *
   * @param browser opens the consent page
   */
  RealSage(Configuration configuration, Consumer<URI> browser) {
    this.configuration = configuration;
    this.browser = browser;
    this.sage =
        SageProvider.builder(configuration.clientId(), configuration.clientSecret())
            .endpoints(configuration.endpoints())
            .build();
    this.callback = new LoopbackReceiver(configuration.redirectUri());
  }

  /** What will happen to the user's books, before anything does. */
  String warning() {
    return configuration.writes()
        ? "This writes to your books and leaves there: a contact '%s', an invoice and its payment."
            .formatted(TestRecords.CONTACT_NAME)
        : "This only reads. With SAGE_WRITE=yes it would also create a test contact '%s', an invoice and its payment."
            .formatted(TestRecords.CONTACT_NAME);
  }

  @Override
  public SageProvider sage() {
    return sage;
  }

  @Override
  public String region() {
    return configuration.region().name();
  }

  @Override
  public URI redirectUri() {
    return configuration.redirectUri();
  }

  @Override
  public LedgerClock clock() {
    return LedgerClock.system();
  }

  /** Its books are tried against the simulator only. */
  @Override
  public Optional<FreeAgentMerchant> freeAgent() {
    return Optional.empty();
  }

  @Override
  public URI consent(URI consentUrl) {
    browser.accept(consentUrl);
    return callback.await(CONSENT_LIMIT);
  }

  /** A reader may look at any of them; a writer has to be told which. */
  @Override
  public Business choose(List<Business> businesses) {
    String wanted = configuration.business();
    if (wanted.isEmpty() && !configuration.writes()) {
      return businesses.get(0);
    }
    return businesses.stream()
        .filter(business -> business.id().equals(wanted) || business.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "SAGE_BUSINESS '%s' is none of the businesses this user reaches; set it to one: %s."
                        .formatted(
                            wanted,
                            businesses.stream()
                                .map(Business::toString)
                                .collect(Collectors.joining(", ")))));
  }

  @Override
  public boolean writes() {
    return configuration.writes();
  }

  @Override
  public boolean skip(Duration duration) {
    return false;
  }

  @Override
  public String seen() {
    return configuration.writes() ? "The test records stay in your books." : "Nothing was written.";
  }

  @Override
  public void close() {
    callback.close();
  }
}
