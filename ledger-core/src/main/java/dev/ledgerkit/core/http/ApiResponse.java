package dev.ledgerkit.core.http;

import java.util.Map;
import java.util.Optional;

/**
 * A successful answer, read whole and within the pipeline's size limit.
 *
 * @param status 200 to 299
 * @param headers by lower-case name; the last one where a name repeats
 * @param body the bytes; empty for none. Not copied
 * @param requestId the provider's id of the exchange; empty when it sent none
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // bytes go straight to the parser; never compared
public record ApiResponse(int status, Map<String, String> headers, byte[] body, String requestId) {
  /** Copies the headers. */
  public ApiResponse {
    headers = Map.copyOf(headers);
  }

  /** A header by its lower-case name. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** Status and size; never the body. */
  @Override
  public String toString() {
    return "ApiResponse[" + status + ", " + body.length + " bytes, " + requestId + "]";
  }
}
