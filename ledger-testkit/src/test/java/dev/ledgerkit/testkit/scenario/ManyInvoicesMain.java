package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.sage.model.InvoiceLine;
import dev.ledgerkit.sage.model.SalesInvoice;
import dev.ledgerkit.sage.query.SalesInvoiceQuery;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/**
 * Reads every invoice of a simulated business in a small heap, and prints what came of it as {@code
 * name=value}.
 *
 * <p>Arguments: how many invoices, how many lines each, one fault in how many replies.
 */
final class ManyInvoicesMain {
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(100);
  private static final long MEBIBYTE = 1 << 20;
  private static final int SAMPLES = 10;

  private final SageSimulator sage;
  private final VirtualClock clock;
  private final int count;
  private final BitSet met = new BitSet();
  private int invoices;
  private int twice;
  private int lines;
  private BigDecimal total = BigDecimal.ZERO;
  private BigDecimal net = BigDecimal.ZERO;
  private BigDecimal lineNet = BigDecimal.ZERO;
  private long peak;

  private ManyInvoicesMain(SageSimulator sage, VirtualClock clock, int count) {
    this.sage = sage;
    this.clock = clock;
    this.count = count;
  }

  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage =
            SageSimulator.builder()
                .clock(clock)
                .salesInvoices(count, Integer.parseInt(args[1]))
                .accessTokenLifetime(Duration.ofMinutes(5))
                .start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      sage.script()
          .on(Endpoint.api("GET", "/sales_invoices"))
          .sometimes(Integer.parseInt(args[2]), 7, Fault.status(429), Fault.status(503, 2));
      new ManyInvoicesMain(sage, clock, count).run(host, id);
    }
  }

  private void run(Host host, BindingId id) {
    long began = System.nanoTime();
    SalesInvoiceQuery everything =
        SalesInvoiceQuery.builder().attributes(List.of("all")).itemsPerPage(200).build();
    int step = Math.max(1, count / SAMPLES);
    int next = step;
    StringBuilder live = new StringBuilder();
    for (Page<SalesInvoice> page : host.client(id).salesInvoices().list(everything).pages()) {
      page.items().forEach(this::add);
      peak = Math.max(peak, used());
      clock.advance(BETWEEN_PAGES);
      if (invoices >= next) {
        next += step;
        System.gc();
        live.append(live.isEmpty() ? "" : ",").append(used() / MEBIBYTE);
      }
    }
    print("seconds", (System.nanoTime() - began) / 1_000_000_000L);
    print("invoices", invoices);
    print("distinct", met.cardinality());
    print("twice", twice);
    print("lines", lines);
    String business = sage.businessIds().get(0);
    print("total", total.toPlainString());
    print("ownTotal", sage.total(business, "sales_invoices", "total_amount").toPlainString());
    print("net", net.toPlainString());
    print("ownNet", sage.total(business, "sales_invoices", "net_amount").toPlainString());
    print("lineNet", lineNet.toPlainString());
    print("pages", sage.seen().calls("GET /sales_invoices"));
    print("throttled", sage.seen().answered(429));
    print("unavailable", sage.seen().answered(503));
    print("refreshes", sage.seen().refreshesAccepted());
    print("unauthorized", sage.seen().unauthorized());
    print("peakMiB", peak / MEBIBYTE);
    print("liveMiB", live.toString());
    print("maxMiB", Runtime.getRuntime().maxMemory() / MEBIBYTE);
  }

  private void add(SalesInvoice invoice) {
    invoices++;
    int number = Integer.parseInt(invoice.invoiceNumber().substring("SI-".length()));
    twice += met.get(number) ? 1 : 0;
    met.set(number);
    total = total.add(invoice.totalAmount());
    net = net.add(invoice.netAmount());
    for (InvoiceLine line : invoice.invoiceLines()) {
      lines++;
      lineNet = lineNet.add(line.netAmount());
    }
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(String name, Object value) {
    System.out.println(name + "=" + value);
  }
}
