/** What a provider offers to a replication: named streams of records and their feeds. */
@NullMarked
package dev.ledgerkit.core.stream;

import org.jspecify.annotations.NullMarked;
