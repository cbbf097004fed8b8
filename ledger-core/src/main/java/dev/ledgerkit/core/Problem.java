package dev.ledgerkit.core;

/**
 * One thing the provider objects to.
 *
 * @param field the field in the provider's own path notation; empty when the provider names none
 * @param code the provider's machine-readable code; empty when there is none
 * @param message the provider's text
 * @since 0.1
 */
public record Problem(String field, String code, String message) {
  /** Names the field once: some providers' texts begin with it. */
  @Override
  public String toString() {
    return (field.isEmpty() || message.startsWith(field + " ") ? "" : field + ": ")
        + message
        + (code.isEmpty() ? "" : " [" + code + "]");
  }
}
