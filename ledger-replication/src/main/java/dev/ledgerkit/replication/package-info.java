/** Copies a business's books into a sink, run after run, and says in receipts what is there. */
@NullMarked
package dev.ledgerkit.replication;

import org.jspecify.annotations.NullMarked;
