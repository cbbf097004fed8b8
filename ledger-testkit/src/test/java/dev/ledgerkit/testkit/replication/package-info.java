/** Replication of both providers' simulated books into every sink. */
@NullMarked
package dev.ledgerkit.testkit.replication;

import org.jspecify.annotations.NullMarked;
