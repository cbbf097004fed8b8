package dev.ledgerkit.replication;

/**
 * Where the records of a table come from.
 *
 * @param provider its name
 * @param region its region or environment
 * @param business the business's id
 * @param stream the stream's name
 * @since 0.1
 */
public record Origin(String provider, String region, String business, String stream) {
  @Override
  public String toString() {
    return "%s of business %s at %s %s".formatted(stream, business, provider, region);
  }
}
