package dev.ledgerkit.sage;

/**
 * What the engine must know about a resource.
 *
 * @param path below the API base
 * @param envelope the key a write is wrapped in; empty for what is only read
 * @param type what is answered
 * @param keyed whether Sage honours {@code idempotency_id} for it
 * @param numbered whether Sage forbids parallel creates of it
 * @param tenantless whether it lies outside any business
 */
record ResourceSpec<T>(
    String path,
    String envelope,
    Class<T> type,
    boolean keyed,
    boolean numbered,
    boolean tenantless) {

  static <T> ResourceSpec<T> readOnly(String path, Class<T> type) {
    return new ResourceSpec<>(path, "", type, false, false, false);
  }

  static <T> ResourceSpec<T> keyed(String path, String envelope, Class<T> type) {
    return new ResourceSpec<>(path, envelope, type, true, false, false);
  }

  static <T> ResourceSpec<T> unkeyed(String path, String envelope, Class<T> type) {
    return new ResourceSpec<>(path, envelope, type, false, false, false);
  }

  ResourceSpec<T> oneCreateAtATime() {
    return new ResourceSpec<>(path, envelope, type, keyed, true, tenantless);
  }

  ResourceSpec<T> outsideBusinesses() {
    return new ResourceSpec<>(path, envelope, type, keyed, numbered, true);
  }
}
