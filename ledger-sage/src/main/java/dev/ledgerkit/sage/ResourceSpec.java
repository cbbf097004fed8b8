package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.sage.query.Feed;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the engine must know about a resource.
 *
 * @param path below the API base
 * @param envelope the key a write is wrapped in; empty for what is only read
 * @param type what is answered
 * @param keyed whether Sage honours {@code idempotency_id} for it
 * @param numbered whether Sage forbids parallel creates of it
 * @param tenantless whether it lies outside any business
 * @param feeds what its list tells
 * @param flagsDeleted whether what was deleted stays in the list, marked
 */
record ResourceSpec<T>(
    String path,
    String envelope,
    Class<T> type,
    boolean keyed,
    boolean numbered,
    boolean tenantless,
    Set<Feed> feeds,
    boolean flagsDeleted) {

  static <T> ResourceSpec<T> readOnly(String path, Class<T> type) {
    return new ResourceSpec<>(path, "", type, false, false, false, Set.of(), false);
  }

  static <T> ResourceSpec<T> keyed(String path, String envelope, Class<T> type) {
    return new ResourceSpec<>(path, envelope, type, true, false, false, Set.of(), false);
  }

  static <T> ResourceSpec<T> unkeyed(String path, String envelope, Class<T> type) {
    return new ResourceSpec<>(path, envelope, type, false, false, false, Set.of(), false);
  }

  ResourceSpec<T> oneCreateAtATime() {
    return new ResourceSpec<>(path, envelope, type, keyed, true, tenantless, feeds, flagsDeleted);
  }

  ResourceSpec<T> outsideBusinesses() {
    return new ResourceSpec<>(path, envelope, type, keyed, numbered, true, feeds, flagsDeleted);
  }

  ResourceSpec<T> feeds(Feed first, Feed... others) {
    return new ResourceSpec<>(
        path,
        envelope,
        type,
        keyed,
        numbered,
        tenantless,
        Set.copyOf(EnumSet.of(first, others)),
        flagsDeleted);
  }

  ResourceSpec<T> deletedFlag() {
    return new ResourceSpec<>(path, envelope, type, keyed, numbered, tenantless, feeds, true);
  }

  /** The same resource, its records read as {@code other}. */
  <R> ResourceSpec<R> as(Class<R> other) {
    return new ResourceSpec<>(
        path, envelope, other, keyed, numbered, tenantless, feeds, flagsDeleted);
  }

  /** Sent within the business of the binding, or without naming any. */
  ApiRequest.Builder placed(ApiRequest.Builder request) {
    return tenantless ? request.tenantless() : request;
  }

  /** The resource as Sage names it. */
  String name() {
    return path.substring(1);
  }
}
