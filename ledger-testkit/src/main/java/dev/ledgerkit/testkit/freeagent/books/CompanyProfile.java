package dev.ledgerkit.testkit.freeagent.books;

import java.util.List;
import java.util.Map;

/**
 * A company and what it begins with.
 *
 * @param number the id only {@code GET /company} tells
 * @param users email addresses of its users by their permission level, the first being the owner
 * @param seeds how many records of a resource there are from the start
 * @since 0.1
 */
public record CompanyProfile(
    long number,
    String subdomain,
    String name,
    String type,
    String currency,
    boolean registered,
    boolean northernIreland,
    List<User> users,
    Map<String, Integer> seeds) {
  /** Among the seeds: so many records over all resources together. */
  public static final String EVERYTHING = "everything";

  /** Fewer are not enough for one of each resource beside the categories. */
  public static final int LEAST = 500;

  /** Copies the collections. */
  public CompanyProfile {
    users = List.copyOf(users);
    seeds = Map.copyOf(seeds);
  }

  /**
   * Somebody who can approve an application.
   *
   * @since 0.1
   */
  public record User(String email, int permissionLevel) {}

  int seeds(String path) {
    return seeds.getOrDefault(path, 0);
  }

  boolean british() {
    return type.startsWith("Uk");
  }
}
