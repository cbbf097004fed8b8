package dev.ledgerkit.benchmarks.parse;

import com.xero.api.ApiClient;
import com.xero.models.accounting.Invoice;
import dev.ledgerkit.benchmarks.hotpath.CpuTimeProfiler;
import dev.ledgerkit.core.http.ApiResponse;
import dev.ledgerkit.sage.model.SalesInvoice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link ParseBenchmark}, and shows what becomes of an amount with many digits. */
public final class Parsing {
  private static final String AMOUNT = "12345678901234567.89";

  private Parsing() {}

  /** {@code --small}: one short iteration. */
  public static void run(List<String> arguments) throws Exception {
    System.out.println("total_amount " + AMOUNT);
    System.out.println("  read by Ledger: " + byLedger().toPlainString());
    System.out.println("  read by xero-java: " + byXero());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(ParseBenchmark.class.getSimpleName())
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class);
    if (arguments.contains("--small")) {
      options
          .forks(1)
          .warmupIterations(1)
          .warmupTime(TimeValue.milliseconds(200))
          .measurementIterations(1)
          .measurementTime(TimeValue.milliseconds(200));
    }
    new Runner(options.build()).run();
  }

  /** Fails if it is not the amount it was. */
  public static BigDecimal byLedger() {
    SagePage page = SagePage.of(1, 1);
    byte[] body =
        ("{\"id\":\"1\",\"total_amount\":\"" + AMOUNT + "\"}").getBytes(StandardCharsets.UTF_8);
    SalesInvoice invoice =
        page.provider()
            .client((binding, request) -> new ApiResponse(200, Map.of(), body, ""), page.binding())
            .salesInvoices()
            .get("1");
    BigDecimal total = invoice.totalAmount();
    if (total == null || !total.toPlainString().equals(AMOUNT)) {
      throw new IllegalStateException("Money was lost: " + total);
    }
    return total;
  }

  private static String byXero() throws Exception {
    Invoice invoice =
        new ApiClient().getObjectMapper().readValue("{\"Total\":" + AMOUNT + "}", Invoice.class);
    return String.valueOf(invoice.getTotal());
  }
}
