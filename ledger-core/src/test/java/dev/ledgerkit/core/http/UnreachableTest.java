package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ProviderUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** A provider that cannot be reached, does not answer, or is not who it says it is. */
class UnreachableTest extends PipelineTestBase {

  @Test
  void read_unknownHost_namesHostAndRemedyAfterTrying() {
    int[] lookups = {0};
    OkHttpClient host =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  lookups[0]++;
                  throw new UnknownHostException(name);
                })
            .build();
    LedgerException failure =
        failure(
            pipeline(host, URI.create("https://api.example.com")).build(),
            CREATE,
            ProviderUnavailableException.class);
    assertThat(failure).hasMessageContaining("api.example.com").hasMessageContaining("DNS");
    assertThat(lookups[0]).isEqualTo(5);
  }

  @Test
  void create_connectionRefused_isUnavailableNamingHost() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    LedgerException failure =
        failure(
            pipeline(new OkHttpClient(), URI.create("http://127.0.0.1:" + free)).build(),
            CREATE,
            ProviderUnavailableException.class);
    assertThat(failure).hasMessageContaining("127.0.0.1").hasMessageContaining("connection");
    assertThat(failure.getSuppressed()).hasSize(4);
  }

  @Test
  void create_certificateDoesNotVerify_isNotRepeatedAndNothingIsSent() {
    HeldCertificate self =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(self).build().sslSocketFactory());
    LedgerException failure =
        failure(
            pipeline(new OkHttpClient(), URI.create("https://localhost:" + server.getPort()))
                .build(),
            CREATE,
            ProviderUnavailableException.class);
    assertThat(failure)
        .hasMessageContaining("certificate")
        .hasMessageContaining("nothing was sent");
    assertThat(failure.getSuppressed()).isEmpty();
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void create_certificateOfAnotherHost_isNotRepeated() {
    HeldCertificate other =
        new HeldCertificate.Builder().addSubjectAlternativeName("other.example.com").build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(other).build().sslSocketFactory());
    HandshakeCertificates trusting =
        new HandshakeCertificates.Builder().addTrustedCertificate(other.certificate()).build();
    OkHttpClient host =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
            .build();
    LedgerException failure =
        failure(
            pipeline(host, URI.create("https://localhost:" + server.getPort())).build(),
            CREATE,
            ProviderUnavailableException.class);
    assertThat(failure).hasMessageContaining("certificate");
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void read_trustedHttps_isAnswered() {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    HandshakeCertificates trusting =
        new HandshakeCertificates.Builder().addTrustedCertificate(own.certificate()).build();
    OkHttpClient host =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
            .build();
    ok();
    ApiResponse answer =
        pipeline(host, URI.create("https://localhost:" + server.getPort()))
            .build()
            .call(SHOP, READ);
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void read_overHttp2TooLarge_isCutAndTheNextCallIsAnswered() {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    server.useHttps(
        new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    HandshakeCertificates trusting =
        new HandshakeCertificates.Builder().addTrustedCertificate(own.certificate()).build();
    OkHttpClient host =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
            .build();
    OkHttpApiClient api =
        pipeline(host, URI.create("https://localhost:" + server.getPort()))
            .maxResponseBytes(1000)
            .build();
    server.enqueue(json("[" + " ".repeat(100_000) + "]").build());
    assertThat(failure(api, READ, ProviderUnavailableException.class))
        .hasMessageContaining("1000 bytes");
    ok();
    assertThat(api.call(SHOP, READ).status()).isEqualTo(200);
  }

  @Test
  void read_noAnswer_timesOutPerAttemptAndIsRepeated() {
    server.enqueue(response(200).onResponseStart(SocketEffect.Stall.INSTANCE).build());
    ok();
    ApiResponse answer = pipeline().attemptTimeout(Duration.ofMillis(700)).build().call(SHOP, READ);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void create_unkeyedNoAnswer_outcomeIsUnknown() {
    server.enqueue(response(200).onResponseStart(SocketEffect.Stall.INSTANCE).build());
    failure(
        pipeline().attemptTimeout(Duration.ofMillis(200)).build(),
        CREATE,
        OutcomeUnknownException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void read_bodyThatDrips_isCutAtTheAttemptTimeout() {
    server.enqueue(
        json("[" + " ".repeat(2000) + "]").throttleBody(1, 50, TimeUnit.MILLISECONDS).build());
    LedgerException failure =
        failure(
            pipeline().attemptTimeout(Duration.ofMillis(300)).maxAttempts(1).build(),
            READ,
            ProviderUnavailableException.class);
    assertThat(failure).hasMessageContaining("in time");
  }

  @Test
  void read_noAnswerAtAll_endsWithTheDeadlineOfTheCall() {
    server.enqueue(response(200).onResponseStart(SocketEffect.Stall.INSTANCE).build());
    OkHttpApiClient api =
        pipeline()
            .clock(dev.ledgerkit.core.LedgerClock.system())
            .callDeadline(Duration.ofMillis(300))
            .build();
    LedgerException failure = failure(api, READ, ProviderUnavailableException.class);
    assertThat(failure).hasMessageContaining("PT0.3S").hasMessageContaining("deadline");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void read_refreshUsedUpTheDeadline_nothingIsSent() {
    tokens.onLoad(() -> clock.advance(Duration.ofSeconds(61)));
    assertThat(failure(READ, ProviderUnavailableException.class)).hasMessageContaining("PT1M");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void read_interruptedBeforeItConnects_isTypedAndKeepsTheFlag() {
    tokens.onLoad(() -> Thread.currentThread().interrupt());
    LedgerException failure = failure(READ, ProviderUnavailableException.class);
    boolean flag = Thread.interrupted();
    assertThat(failure).hasMessageContaining("interrupted");
    assertThat(flag).isTrue();
  }

  @Test
  void create_interruptedWhileItBacksOff_isTypedAndKeepsTheFlag() {
    answer(429); // an answer: nothing is unknown
    OkHttpApiClient api =
        pipeline()
            .jitter(
                () -> {
                  Thread.currentThread().interrupt();
                  return 1.0;
                })
            .build();
    LedgerException failure = failure(api, CREATE, ProviderUnavailableException.class);
    boolean flag = Thread.interrupted();
    assertThat(failure).hasMessageContaining("interrupted");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(flag).isTrue();
  }
}
