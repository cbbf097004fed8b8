/**
 * Ledger in several processes at once: nodes that are raced, killed, stalled, told the wrong time,
 * and whose store goes away.
 *
 * <p>The simulator runs in the test's own process. The nodes are processes that obey it line by
 * line; time is one number in a mapped file that every process reads, so an hour passes everywhere
 * at once.
 */
@NullMarked
package dev.ledgerkit.testkit.nodes;

import org.jspecify.annotations.NullMarked;
