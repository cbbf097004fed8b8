package dev.ledgerkit.freeagent;

import java.util.Map;

/**
 * What the engine must know about a resource.
 *
 * @param collection its path below the API base, without slashes around it
 * @param envelope the key around one record
 * @param listEnvelope the key around a list
 * @param type what is answered
 * @param numbered whether FreeAgent numbers new records in sequence, so that parallel creates race
 * @param unlessAsked what a list is asked for where the query says nothing
 * @param unlessGiven what a create sends where the draft says nothing
 * @param tenantless whether it lies outside any company
 */
record ResourceSpec<T>(
    String collection,
    String envelope,
    String listEnvelope,
    Class<T> type,
    boolean numbered,
    Map<String, String> unlessAsked,
    Map<String, Integer> unlessGiven,
    boolean tenantless) {

  /** A resource whose list stands under the last word of its path. */
  static <T> ResourceSpec<T> of(String collection, String envelope, Class<T> type) {
    String plural = collection.substring(collection.lastIndexOf('/') + 1);
    return new ResourceSpec<>(collection, envelope, plural, type, false, Map.of(), Map.of(), false);
  }

  ResourceSpec<T> oneCreateAtATime() {
    return new ResourceSpec<>(
        collection, envelope, listEnvelope, type, true, unlessAsked, unlessGiven, tenantless);
  }

  ResourceSpec<T> unlessAsked(String parameter, String value) {
    return new ResourceSpec<>(
        collection,
        envelope,
        listEnvelope,
        type,
        numbered,
        Map.of(parameter, value),
        unlessGiven,
        tenantless);
  }

  ResourceSpec<T> unlessGiven(String field, int value) {
    return new ResourceSpec<>(
        collection,
        envelope,
        listEnvelope,
        type,
        numbered,
        unlessAsked,
        Map.of(field, value),
        tenantless);
  }

  ResourceSpec<T> outsideCompanies() {
    return new ResourceSpec<>(
        collection, envelope, listEnvelope, type, numbered, unlessAsked, unlessGiven, true);
  }

  /** The same resource, its records read as {@code other}. */
  <R> ResourceSpec<R> as(Class<R> other) {
    return new ResourceSpec<>(
        collection, envelope, listEnvelope, other, numbered, unlessAsked, unlessGiven, tenantless);
  }

  String path() {
    return "/" + collection;
  }
}
