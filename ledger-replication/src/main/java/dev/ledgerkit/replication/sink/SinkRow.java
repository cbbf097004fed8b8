package dev.ledgerkit.replication.sink;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record on its way into a sink: its key, everything it carries, and a version that tells two
 * states of it apart.
 *
 * <p>The version is the first half of the SHA-256 of the record's JSON with its fields in
 * alphabetical order, in lower-case hexadecimal: the same for the same content, wherever it is
 * computed.
 *
 * @since 0.1
 */
public final class SinkRow {
  private static final int VERSION_BYTES = 16;
  private static final JsonMapper SORTED =
      JsonMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final String key;
  private final String version;
  private final ObjectNode content;
  private final byte[] json;

  private SinkRow(String key, String version, ObjectNode content, byte[] json) {
    this.key = key;
    this.version = version;
    this.content = content;
    this.json = json;
  }

  /** The row of a record, which must not be changed afterwards. */
  public static SinkRow of(String key, ObjectNode content) {
    byte[] json = SORTED.writeValueAsBytes(content);
    return new SinkRow(key, version(json), content, json);
  }

  /** The version of a record that is this JSON with its fields in order. */
  static String version(byte[] json) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, VERSION_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Its primary key. */
  public String key() {
    return key;
  }

  /** A digest of everything it carries: two records with one version are the same. */
  public String version() {
    return version;
  }

  /** The whole record; not to be changed. */
  public ObjectNode content() {
    return content;
  }

  /** The whole record as one line of JSON in UTF-8, its fields in order; not to be changed. */
  public byte[] json() {
    return json;
  }

  /** Key and version; never the content, which is the merchant's. */
  @Override
  public String toString() {
    return key + "@" + version;
  }
}
