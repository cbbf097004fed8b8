package dev.ledgerkit.benchmarks.parse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.xero.api.ApiClient;
import com.xero.models.accounting.Invoices;
import dev.ledgerkit.core.http.ApiResponse;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.model.SalesInvoice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A page of invoices of five lines each, from bytes to records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {
  static final int INVOICES = 200;
  private static final int LINES = 5;

  private final JsonMapper plain =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private final com.fasterxml.jackson.databind.ObjectMapper xeroMapper =
      new ApiClient().getObjectMapper();

  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  private byte[] sagePage;

  @SuppressWarnings("NullAway.Init")
  private byte[] xeroPage;

  @SuppressWarnings("NullAway.Init")
  private SageClient sage;

  /** Sage's envelope, for a mapper that knows nothing of Ledger. */
  public record Envelope(
      @JsonProperty("$total") @Nullable Integer total,
      @JsonProperty("$page") @Nullable Integer page,
      @JsonProperty("$next") @Nullable String next,
      @JsonProperty("$back") @Nullable String back,
      @JsonProperty("$itemsPerPage") @Nullable Integer itemsPerPage,
      @JsonProperty("$items") List<SalesInvoice> items) {}

  @Setup(Level.Trial)
  public void setUp() throws Exception {
    SagePage page = SagePage.of(INVOICES, LINES);
    sagePage = page.body();
    xeroPage = XeroPage.of(INVOICES, LINES, sagePage.length);
    sage =
        page.provider()
            .client(
                (binding, request) -> new ApiResponse(200, Map.of(), sagePage, ""), page.binding());
    require(ledger().size(), "Ledger");
    require(plainJackson().items().size(), "plain Jackson");
    require(xero().getInvoices().size(), "xero-java");
    if (!ledger().equals(plainJackson().items())) {
      throw new IllegalStateException("Ledger and plain Jackson read different records");
    }
    System.out.printf(
        "%n%d invoices: Sage %,d bytes with %,d values, Xero %,d bytes with %,d%n",
        INVOICES, sagePage.length, values(sagePage), xeroPage.length, values(xeroPage));
  }

  private long values(byte[] page) {
    long values = 0;
    try (JsonParser parser = plain.createParser(page)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        values += token.isScalarValue() ? 1 : 0;
      }
    }
    return values;
  }

  private static void require(int read, String by) {
    if (read != INVOICES) {
      throw new IllegalStateException("%s read %d of %d".formatted(by, read, INVOICES));
    }
  }

  @Benchmark
  public List<SalesInvoice> ledger() {
    return sage.salesInvoices().list().first().items();
  }

  @Benchmark
  public Envelope plainJackson() {
    return plain.readValue(sagePage, Envelope.class);
  }

  @Benchmark
  public Invoices xero() throws Exception {
    return xeroMapper.readValue(xeroPage, Invoices.class);
  }
}
