package dev.ledgerkit.benchmarks.contender;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.JdbcOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Spring Security's manager with its defaults, over its in-memory or its JDBC service. */
public final class SpringContender implements Contender {
  private static final String REGISTRATION = "books";

  private final Authentication merchant = new TestingAuthenticationToken("merchant", "n/a");
  private final OAuth2AuthorizeRequest request =
      OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION).principal(merchant).build();
  private final ClientRegistration registration;
  private final OAuth2AuthorizedClientService service;
  private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;
  private final @Nullable JdbcConnectionPool pool;

  private SpringContender(URI tokenUri, @Nullable JdbcConnectionPool pool) {
    this.registration =
        ClientRegistration.withRegistrationId(REGISTRATION)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientId("client")
            .clientSecret("not-a-secret")
            .redirectUri("https://host.example.com/callback")
            .authorizationUri("https://auth.example.com/authorize")
            .tokenUri(tokenUri.toString())
            .build();
    ClientRegistrationRepository registrations =
        new InMemoryClientRegistrationRepository(registration);
    this.pool = pool;
    this.service =
        pool == null
            ? new InMemoryOAuth2AuthorizedClientService(registrations)
            : new JdbcOAuth2AuthorizedClientService(new JdbcTemplate(pool), registrations);
    this.manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, service);
    manager.setAuthorizedClientProvider(
        OAuth2AuthorizedClientProviderBuilder.builder().refreshToken().build());
    save("at-0", new OAuth2RefreshToken(TokenServer.FIRST_REFRESH_TOKEN, null));
  }

  /** Grants in a map. */
  public static SpringContender inMemory(URI tokenUri) {
    return new SpringContender(tokenUri, null);
  }

  /** Grants in an H2 database in memory, with the schema from Spring's jar. */
  public static SpringContender jdbc(URI tokenUri) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    pool.setMaxConnections(32);
    new ResourceDatabasePopulator(
            new ClassPathResource(
                "org/springframework/security/oauth2/client/oauth2-client-schema.sql"))
        .execute(pool);
    return new SpringContender(tokenUri, pool);
  }

  /** Adds {@code count} merchants whose tokens are good for an hour, and what to ask for each. */
  public List<OAuth2AuthorizeRequest> addFresh(int count) {
    List<OAuth2AuthorizeRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant now = Instant.now();
      service.saveAuthorizedClient(
          new OAuth2AuthorizedClient(
              registration,
              merchant(i).getName(),
              new OAuth2AccessToken(
                  OAuth2AccessToken.TokenType.BEARER, "at-" + i, now, now.plusSeconds(3600))),
          merchant(i));
      requests.add(
          OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
              .principal(merchant(i))
              .build());
    }
    return requests;
  }

  /** Equal each time, never the same object. */
  private static Authentication merchant(int number) {
    return new TestingAuthenticationToken("merchant-%08d".formatted(number), "n/a");
  }

  /** As a host asks. */
  public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest which) {
    return manager.authorize(which);
  }

  @Override
  public String token() {
    OAuth2AuthorizedClient client = manager.authorize(request);
    return Objects.requireNonNull(client, "not authorized").getAccessToken().getTokenValue();
  }

  @Override
  public @Nullable String refreshAgain() {
    OAuth2AuthorizedClient stored = service.loadAuthorizedClient(REGISTRATION, merchant.getName());
    if (stored == null) {
      return null;
    }
    save(stored.getAccessToken().getTokenValue(), stored.getRefreshToken());
    return token();
  }

  @Override
  public void close() {
    if (pool != null) {
      new JdbcTemplate(pool).execute("SHUTDOWN");
      pool.dispose();
    }
  }

  private void save(String access, @Nullable OAuth2RefreshToken refresh) {
    Instant now = Instant.now();
    service.saveAuthorizedClient(
        new OAuth2AuthorizedClient(
            registration,
            merchant.getName(),
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                access,
                now.minusSeconds(3600),
                now.minusSeconds(60)),
            refresh),
        merchant);
  }
}
