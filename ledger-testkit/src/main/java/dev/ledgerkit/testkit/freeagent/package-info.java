/** A FreeAgent on a loopback socket, for a host's own tests. */
@NullMarked
package dev.ledgerkit.testkit.freeagent;

import org.jspecify.annotations.NullMarked;
