package dev.ledgerkit.core.client;

import dev.ledgerkit.core.http.ApiRequest;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the fields of a query record into parameters; lists become comma lists.
 *
 * @since 0.1
 */
public final class QueryParameters {
  private QueryParameters() {}

  /** Adds each of {@code parameters} to {@code request}. */
  public static void add(ApiRequest.Builder request, ObjectNode parameters) {
    parameters
        .properties()
        .forEach(parameter -> request.query(parameter.getKey(), text(parameter.getValue())));
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asString)
            .collect(Collectors.joining(","))
        : value.asString();
  }
}
