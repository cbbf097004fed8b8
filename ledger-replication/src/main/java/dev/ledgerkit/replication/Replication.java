package dev.ledgerkit.replication;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.BackgroundApi;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.sink.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies a business's books into a sink: everything at first, from then on what changed.
 *
 * <p>What was read is committed page by page together with the place it was read to, so a run that
 * ends in whatever way is taken up by the next one. A run shares the limits of the binding and lets
 * every other call go first. It waits for permits as long as it takes.
 *
 * <p>Safe for use by many threads; runs on one sink go one after the other.
 *
 * <pre>{@code
 * Replication replication = Replication.builder(source).selection(selection).build();
 * try (Sink sink = JsonLinesSink.in(Path.of("books"))) {
 *   RunReport report = replication.run(sink);
 *   report.receipts().forEach(receipt -> keep(receipt.toJson()));
 * }
 * }</pre>
 *
 * <p>Defaults: every stream, whole; nobody listens; a stream with feeds is read whole once, and
 * again only where the numbers do not agree.
 *
 * @since 0.1
 */
public final class Replication {
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final ReplicationSource source;
  private final ApiClient api;
  private final StreamSelection selection;
  private final Consumer<Progress> listener;
  private final Consumer<Receipt> receipts;
  private final Duration sweepAfter;
  private volatile boolean stopped;

  private Replication(Builder builder) {
    this.source = builder.source;
    this.api = new BackgroundApi(source.api());
    this.selection = builder.selection;
    this.listener = builder.listener;
    this.receipts = builder.receipts;
    this.sweepAfter = builder.sweepAfter;
  }

  /** Begins one. */
  public static Builder builder(ReplicationSource source) {
    return new Builder(source);
  }

  /** What was asked for. */
  public StreamSelection selection() {
    return selection;
  }

  /** What is copied, parents before children. */
  public List<StreamShape> streams() {
    return selected().stream().map(RecordStream::shape).toList();
  }

  /**
   * Brings the sink up to date. Blocks for as long as that takes; {@link #stop} and an interrupt
   * end it after the page at hand.
   *
   * @throws dev.ledgerkit.core.ReconnectRequiredException if the grant is gone
   * @throws dev.ledgerkit.core.ProviderUnavailableException if the provider does not answer
   * @throws dev.ledgerkit.replication.sink.SinkException if the sink fails or has another shape
   * @throws CheckpointMismatchException if the sink holds other books
   */
  public RunReport run(Sink sink) {
    stopped = false;
    try (PageReader pages = new PageReader(source.clock(), this::ended)) {
      Meter meter = new Meter(source.clock(), listener);
      ReplicationRun run =
          new ReplicationRun(source, api, selection.window(), sweepAfter, pages, meter);
      List<StreamReport> reports = new ArrayList<>();
      for (RecordStream stream : selected()) {
        StreamReport report = run.bring(stream, sink);
        reports.add(report);
        if (report.receipt() != null) {
          receipts.accept(report.receipt());
        }
      }
      return new RunReport(reports);
    }
  }

  /** Whether this run is over; the flag of an interrupted thread stays for its owner. */
  private boolean ended() {
    return stopped || Thread.currentThread().isInterrupted();
  }

  /** Lets a run that is under way end after the page at hand; the next run is not concerned. */
  public void stop() {
    stopped = true;
  }

  /**
   * Compares what is in a sink, as its readers see it, with a receipt and with what the provider
   * has now. Reads everything once, tells the listener how far it is, and changes no record.
   *
   * @throws java.util.concurrent.CancellationException if it is stopped or interrupted
   * @throws CheckpointMismatchException if the receipt is of other books
   */
  public Verification verify(Receipt receipt, Sink sink) {
    RecordStream stream =
        source.provider().streams(api, source.binding()).stream()
            .filter(one -> one.shape().name().equals(receipt.origin().stream()))
            .findFirst()
            .orElseThrow(
                () ->
                    new CheckpointMismatchException(
                        "There is no stream '%s' at %s."
                            .formatted(receipt.origin().stream(), source.provider().name()),
                        null));
    Origin origin = source.origin(stream.shape().name());
    if (!origin.equals(receipt.origin())) {
      throw new CheckpointMismatchException(
          "The receipt is of %s, and this is %s.".formatted(receipt.origin(), origin), null);
    }
    stopped = false;
    try (PageReader pages = new PageReader(source.clock(), this::ended)) {
      Meter meter = new Meter(source.clock(), listener);
      return new Verifier(receipt, sink.open(stream.shape()), pages, meter).compare(stream);
    }
  }

  private List<RecordStream> selected() {
    return source.provider().streams(api, source.binding()).stream()
        .filter(stream -> selection.groups().contains(stream.shape().group()))
        .toList();
  }

  /** Collects what is optional. Not safe for use by many threads. */
  public static final class Builder {
    private final ReplicationSource source;
    private StreamSelection selection = StreamSelection.everything();
    private Consumer<Progress> listener = progress -> {};
    private Consumer<Receipt> receipts = receipt -> {};
    private Duration sweepAfter = NEVER;

    private Builder(ReplicationSource source) {
      this.source = source;
    }

    /** What to copy. */
    public Builder selection(StreamSelection selection) {
      this.selection = selection;
      return this;
    }

    /** Hears after every page how far a stream is, on the thread that runs it. */
    public Builder listener(Consumer<Progress> listener) {
      this.listener = listener;
      return this;
    }

    /** Hears each stream's receipt when the stream is done, also where a later stream fails. */
    public Builder receipts(Consumer<Receipt> receipts) {
      this.receipts = receipts;
      return this;
    }

    /**
     * How long a stream may go without being read whole, for what no feed tells; {@code
     * docs/replication.md} says what that is.
     *
     * @throws ConfigurationException if it is negative
     */
    public Builder sweepAfter(Duration duration) {
      if (duration.isNegative()) {
        throw new ConfigurationException(
            "sweepAfter: %s is negative; zero reads everything in every run.".formatted(duration));
      }
      this.sweepAfter = duration.compareTo(NEVER) > 0 ? NEVER : duration;
      return this;
    }

    /** The replication. */
    public Replication build() {
      return new Replication(this);
    }
  }
}
