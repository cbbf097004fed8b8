package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of a data source as a person fills them in. Immutable, so safe for use by many
 * threads; prints no secret.
 *
 * <p>As properties: {@code provider}, {@code region} (optional), {@code accountId}, {@code
 * clientId}, {@code clientSecret}, {@code endpoint}, {@code accessToken}, {@code startDate}, {@code
 * endDate} (optional), {@code financialData}, {@code inventoryData}, {@code customerData} and
 * {@code includeHistoricalData}, the last four {@code true} or {@code false}.
 *
 * <pre>{@code
 * DataSourceConfig config = DataSourceConfig.builder("Sage")
 *     .accountId("realm").clientId(id).clientSecret(secret).accessToken(token)
 *     .endpoint("https://api.accounting.sage.com").startDate("2026-01-01")
 *     .financialData(true).customerData(true)
 *     .build();
 * }</pre>
 *
 * @param provider the name of the provider
 * @param region its region or environment, in any spelling it takes; empty for its default
 * @param accountId the business's id (Sage's business, FreeAgent's company), or its name
 * @param clientId of the registration
 * @param clientSecret its secret
 * @param endpoint the base that API and OAuth URLs follow
 * @param accessToken one that works; nothing renews it
 * @param selection what to copy
 * @since 0.1
 */
public record DataSourceConfig(
    String provider,
    String region,
    String accountId,
    String clientId,
    Secret clientSecret,
    URI endpoint,
    Secret accessToken,
    StreamSelection selection) {

  /** Begins one for a provider, by its name. */
  public static Builder builder(String provider) {
    return new Builder().set(ConfigReader.PROVIDER, provider);
  }

  /**
   * Reads the properties form, on the system's clock.
   *
   * @throws DataSourceConfigException naming everything that is missing, wrong or unknown
   */
  public static DataSourceConfig of(Properties properties) {
    Builder builder = new Builder();
    for (String name : properties.stringPropertyNames()) { // with those of its defaults
      builder.set(name, properties.getProperty(name));
    }
    properties.forEach((name, value) -> builder.set(name.toString(), value.toString()));
    return builder.build();
  }

  /** Collects settings as texts; they are judged together. Not safe for use by many threads. */
  public static final class Builder {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private LedgerClock clock = LedgerClock.system();

    private Builder() {}

    private Builder set(String name, String value) {
      if (ConfigReader.SECRETS.contains(name)) {
        return value.isBlank() ? this : secret(name, Secret.of(value.strip()));
      }
      texts.put(name, value.strip());
      return this;
    }

    private Builder secret(String name, Secret value) {
      secrets.put(name, value);
      return this;
    }

    /** The provider's region or environment. */
    public Builder region(String region) {
      return set(ConfigReader.REGION, region);
    }

    /** The business's id or name. */
    public Builder accountId(String accountId) {
      return set(ConfigReader.ACCOUNT_ID, accountId);
    }

    /** The id of the registration. */
    public Builder clientId(String clientId) {
      return set(ConfigReader.CLIENT_ID, clientId);
    }

    /** Its secret. */
    public Builder clientSecret(Secret clientSecret) {
      return secret(ConfigReader.CLIENT_SECRET, clientSecret);
    }

    /** A URL such as {@code https://api.sage.com}. */
    public Builder endpoint(String endpoint) {
      return set(ConfigReader.ENDPOINT, endpoint);
    }

    /** An access token that works. */
    public Builder accessToken(Secret accessToken) {
      return secret(ConfigReader.ACCESS_TOKEN, accessToken);
    }

    /** {@code YYYY-MM-DD}. */
    public Builder startDate(String startDate) {
      return set(ConfigReader.START, startDate);
    }

    /** {@code YYYY-MM-DD}; blank for up to now. */
    public Builder endDate(String endDate) {
      return set(ConfigReader.END, endDate);
    }

    /** Accounts, ledgers, transactions. */
    public Builder financialData(boolean wanted) {
      return set(ConfigReader.FINANCIAL, Boolean.toString(wanted));
    }

    /** Products, stock, pricing. */
    public Builder inventoryData(boolean wanted) {
      return set(ConfigReader.INVENTORY, Boolean.toString(wanted));
    }

    /** Customer profiles, billing information. */
    public Builder customerData(boolean wanted) {
      return set(ConfigReader.CUSTOMER, Boolean.toString(wanted));
    }

    /** Also what is older than the start date. */
    public Builder includeHistoricalData(boolean wanted) {
      return set(ConfigReader.HISTORICAL, Boolean.toString(wanted));
    }

    /** What day it is, to know a start that is yet to come. */
    public Builder clock(LedgerClock clock) {
      this.clock = clock;
      return this;
    }

    /**
     * The settings.
     *
     * @throws DataSourceConfigException naming everything that is missing, wrong or unknown
     */
    public DataSourceConfig build() {
      return new ConfigReader(texts, secrets, clock).read();
    }
  }
}
