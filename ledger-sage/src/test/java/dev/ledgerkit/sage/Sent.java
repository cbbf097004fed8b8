package dev.ledgerkit.sage;

import java.util.Set;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * What a method of the client put on the wire.
 *
 * @param path with {@code {key}} where the id went
 * @param query the names of its parameters
 * @param body missing if there was none
 * @param answer what the method answers, or the items of a list
 * @param resource what it is a method of
 */
record Sent(
    String verb,
    String path,
    Set<String> query,
    JsonNode body,
    JavaType answer,
    JavaType resource) {

  boolean is(Specification.Operation operation) {
    return verb.equals(operation.verb()) && path.equals(operation.path());
  }
}
