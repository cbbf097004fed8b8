package dev.ledgerkit.replication;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectionReport;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.FixedTokenSource;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ProviderSettings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.stream.StreamingProvider;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A data source that is configured by settings alone: one business, one access token. For hosts
 * without bindings of their own; the others make a {@link ReplicationSource} of theirs.
 *
 * <p>Close it when done; it stops what it started. Safe for use by many threads.
 *
 * <pre>{@code
 * try (DataSource source = DataSource.open(config, List.of(SageProvider.factory()));
 *     Sink sink = JsonLinesSink.in(directory)) {
 *   RunReport report = source.replication().build().run(sink);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class DataSource implements AutoCloseable {
  private final DataSourceConfig config;
  private final StreamingProvider provider;
  private final Ledger ledger;
  private final LedgerClock clock;
  private final Binding pending;

  private DataSource(DataSourceConfig config, StreamingProvider provider, LedgerClock clock) {
    this.config = config;
    this.provider = provider;
    this.clock = clock;
    this.ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .tokens(new FixedTokenSource(config.accessToken()))
            .clock(clock)
            .build();
    this.pending =
        ledger
            .bindings()
            .create(
                new Installation("DataSource", config.accountId()),
                provider.name(),
                provider.region(config.region()));
  }

  /**
   * Wires one; nothing is sent.
   *
   * @param factories of the providers that the settings may name
   * @throws ConfigurationException if the provider is none of them, or refuses a setting
   */
  public static DataSource open(
      DataSourceConfig config, List<ProviderFactory<? extends StreamingProvider>> factories) {
    return open(config, LedgerClock.system(), factories);
  }

  /** As {@link #open(DataSourceConfig, List)}, on another clock. */
  public static DataSource open(
      DataSourceConfig config,
      LedgerClock clock,
      List<ProviderFactory<? extends StreamingProvider>> factories) {
    ProviderFactory<? extends StreamingProvider> named =
        factories.stream()
            .filter(factory -> factory.name().equalsIgnoreCase(config.provider()))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "provider: '%s' is none of %s."
                            .formatted(
                                config.provider(),
                                factories.stream()
                                    .map(ProviderFactory::name)
                                    .collect(Collectors.joining(", ")))));
    String region = config.region().isEmpty() ? named.defaultRegion() : config.region();
    StreamingProvider provider =
        named.create(
            new ProviderSettings(
                config.clientId(), config.clientSecret(), region, config.endpoint(), clock));
    DataSourceConfig whole =
        new DataSourceConfig(
            config.provider(),
            region,
            config.accountId(),
            config.clientId(),
            config.clientSecret(),
            config.endpoint(),
            config.accessToken(),
            config.selection());
    return new DataSource(whole, provider, clock);
  }

  /**
   * Whether it works: the provider is reached, the token taken, the account found and read.
   *
   * @return never an exception for what is wrong with the connection
   */
  public ConnectionTest testConnection() {
    try {
      var unused = source();
    } catch (ConfigurationException e) {
      return ConnectionTest.failed(e, "");
    } catch (LedgerException e) {
      ConnectionReport report = ledger.check().of(pending.id());
      return report.available() ? ConnectionTest.failed(e, "") : ConnectionTest.of(report);
    }
    return ConnectionTest.of(ledger.check().of(pending.id()));
  }

  /**
   * The books, locked to the account.
   *
   * @throws ConfigurationException if the token does not reach the account
   * @throws dev.ledgerkit.core.ReconnectRequiredException if the token is refused
   * @throws dev.ledgerkit.core.ProviderUnavailableException if the provider does not answer
   */
  public ReplicationSource source() {
    Binding now = ledger.bindings().get(pending.id());
    if (now.business() == null) {
      Business account = account();
      now =
          ledger
              .bindings()
              .change(
                  now.id(), found -> found.with(BindingStatus.CONNECTED, account, clock.instant()));
    }
    return new ReplicationSource(provider, ledger.api(), now, clock);
  }

  /** Of this source, with what the settings select. Sends what {@link #source} sends. */
  public Replication.Builder replication() {
    return Replication.builder(source()).selection(config.selection());
  }

  private Business account() {
    List<Business> reached = provider.businesses(ledger.api(), pending.id());
    List<Business> named =
        reached.stream().filter(one -> one.name().equals(config.accountId())).toList();
    return reached.stream()
        .filter(one -> one.id().equals(config.accountId()))
        .findFirst()
        .or(() -> named.stream().filter(one -> named.size() == 1).findFirst())
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "accountId: '%s' is %s; the access token reaches %s."
                        .formatted(
                            config.accountId(),
                            named.isEmpty() ? "not reached" : "the name of several",
                            reached.isEmpty()
                                ? "none"
                                : reached.stream()
                                    .map(one -> one.name() + " (" + one.id() + ")")
                                    .collect(Collectors.joining(", ")))));
  }

  @Override
  public void close() {
    ledger.close();
  }

  @Override
  public String toString() {
    return "DataSource[" + config.provider() + ", " + config.accountId() + "]";
  }
}
