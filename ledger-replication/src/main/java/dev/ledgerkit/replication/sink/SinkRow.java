package dev.ledgerkit.replication.sink;

import tools.jackson.databind.node.ObjectNode;

/**
 * A record on its way into a sink.
 *
 * @param key its primary key
 * @param version a digest of everything it carries: two records with one version are the same
 * @param content the whole record; not to be changed
 * @since 0.1
 */
public record SinkRow(String key, String version, ObjectNode content) {}
