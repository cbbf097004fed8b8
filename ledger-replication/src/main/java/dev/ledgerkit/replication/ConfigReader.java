package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.stream.StreamGroup;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a data source and says all that is wrong with them at once. */
final class ConfigReader {
  static final String PROVIDER = "provider";
  static final String REGION = "region";
  static final String ACCOUNT_ID = "accountId";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String ENDPOINT = "endpoint";
  static final String ACCESS_TOKEN = "accessToken";
  static final String START = "startDate";
  static final String END = "endDate";
  static final String FINANCIAL = "financialData";
  static final String INVENTORY = "inventoryData";
  static final String CUSTOMER = "customerData";
  static final String HISTORICAL = "includeHistoricalData";
  static final Set<String> SECRETS = Set.of(CLIENT_SECRET, ACCESS_TOKEN);

  private static final List<String> ALL =
      List.of(
          PROVIDER,
          REGION,
          ACCOUNT_ID,
          CLIENT_ID,
          CLIENT_SECRET,
          ENDPOINT,
          ACCESS_TOKEN,
          START,
          END,
          FINANCIAL,
          INVENTORY,
          CUSTOMER,
          HISTORICAL);

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<String, StreamGroup> TOGGLES =
      Map.of(
          FINANCIAL,
          StreamGroup.FINANCIAL,
          INVENTORY,
          StreamGroup.INVENTORY,
          CUSTOMER,
          StreamGroup.CUSTOMER);

  private final Map<String, String> texts;
  private final Map<String, Secret> secrets;
  private final LedgerClock clock;
  private final List<Problem> problems = new ArrayList<>();

  ConfigReader(Map<String, String> texts, Map<String, Secret> secrets, LedgerClock clock) {
    this.texts = texts;
    this.secrets = secrets;
    this.clock = clock;
  }

  DataSourceConfig read() {
    for (String name : texts.keySet()) {
      if (!ALL.contains(name)) {
        refuse(name, "unknown", "there is no such setting; there are " + String.join(", ", ALL));
      }
    }
    String provider = required(PROVIDER, "name the provider, for example Sage");
    String account = required(ACCOUNT_ID, "take it from the business's settings");
    String client = required(CLIENT_ID, "take it from the registration with the provider");
    Secret clientSecret = secret(CLIENT_SECRET, "take it from the registration with the provider");
    Secret accessToken = secret(ACCESS_TOKEN, "let an administrator of the business consent");
    URI endpoint = endpoint();
    LocalDate start = date(START);
    LocalDate end = date(END);
    Set<StreamGroup> groups = groups();
    boolean historical = toggle(HISTORICAL);
    if (start == null && !texts.containsKey(START)) {
      refuse(START, "required", "set the day to begin with, as YYYY-MM-DD");
    }
    range(start, end);
    if (!problems.isEmpty()
        || clientSecret == null
        || accessToken == null
        || endpoint == null
        || start == null) {
      throw new DataSourceConfigException(problems);
    }
    return new DataSourceConfig(
        provider,
        texts.getOrDefault(REGION, ""),
        account,
        client,
        clientSecret,
        endpoint,
        accessToken,
        new StreamSelection(groups, start, end, historical));
  }

  private String required(String name, String remedy) {
    String value = texts.getOrDefault(name, "");
    if (value.isEmpty()) {
      refuse(name, "required", "it is missing; " + remedy);
    }
    return value;
  }

  private @Nullable Secret secret(String name, String remedy) {
    Secret value = secrets.get(name);
    if (value == null) {
      refuse(name, "required", "it is missing; " + remedy);
    }
    return value;
  }

  private @Nullable URI endpoint() {
    String text = required(ENDPOINT, "set the provider's, for example https://api.sage.com");
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain = scheme.equals("http") && LOOPBACK.contains(String.valueOf(uri.getHost()));
      if (uri.getHost() != null
          && (scheme.equals("https") || plain)
          && uri.getRawQuery() == null
          && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, as of every address that cannot be used.
    }
    refuse(
        ENDPOINT,
        "invalid",
        "'%s' is no URL of a provider; it begins with https://"
            .formatted(text.contains("@") ? "***" : text));
    return null;
  }

  private @Nullable LocalDate date(String name) {
    String text = texts.getOrDefault(name, "");
    if (text.isEmpty()) {
      if (name.equals(START) && texts.containsKey(START)) {
        refuse(START, "required", "it is blank; set the day to begin with, as YYYY-MM-DD");
      }
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      refuse(name, "invalid", "'%s' is no day; write it as YYYY-MM-DD".formatted(text));
      return null;
    }
  }

  private void range(@Nullable LocalDate start, @Nullable LocalDate end) {
    if (start != null && end != null && end.isBefore(start)) {
      refuse(END, "out_of_range", "%s is before the start date %s".formatted(end, start));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (start != null && start.isAfter(today)) {
      refuse(START, "out_of_range", "%s is yet to come; today is %s".formatted(start, today));
    }
  }

  private Set<StreamGroup> groups() {
    Set<StreamGroup> groups = EnumSet.noneOf(StreamGroup.class);
    TOGGLES.forEach(
        (name, group) -> {
          if (toggle(name)) {
            groups.add(group);
          }
        });
    if (groups.isEmpty()) {
      refuse(
          FINANCIAL,
          "required",
          "no stream is selected; set financialData, inventoryData or customerData to true");
    }
    return groups;
  }

  private boolean toggle(String name) {
    String text = texts.getOrDefault(name, "");
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      refuse(name, "invalid", "'%s' is neither true nor false".formatted(text));
    }
    return text.equals("true");
  }

  private void refuse(String name, String code, String message) {
    problems.add(new Problem(name, code, message));
  }
}
