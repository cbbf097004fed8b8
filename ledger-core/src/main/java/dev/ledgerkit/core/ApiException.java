package dev.ledgerkit.core;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The provider answered, and the answer is no.
 *
 * @since 0.1
 */
public class ApiException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Problem> problems;
  private final String requestId;

  /**
   * A refusal.
   *
   * @param call what was asked, as {@code METHOD /path}, without query or host
   * @param status the HTTP status
   * @param problems what the provider objects to; may be empty
   * @param requestId the provider's id of the exchange; empty when it sent none
   */
  public ApiException(String call, int status, List<Problem> problems, String requestId) {
    super(describe(call, status, problems, requestId), null);
    this.status = status;
    this.problems = List.copyOf(problems);
    this.requestId = requestId;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What the provider objects to; empty when it said nothing that could be read. */
  public List<Problem> problems() {
    return problems;
  }

  /** The provider's id of the exchange, for its support; empty when it sent none. */
  public String requestId() {
    return requestId;
  }

  private static String describe(
      String call, int status, List<Problem> problems, String requestId) {
    String said = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    return "%s was answered %d%s%s"
        .formatted(
            call,
            status,
            said.isEmpty() ? "" : ": " + said,
            requestId.isEmpty() ? "" : " (request id " + requestId + ")");
  }
}
