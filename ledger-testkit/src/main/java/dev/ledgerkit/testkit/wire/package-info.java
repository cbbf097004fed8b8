/** The HTTP side of a simulator; not exported, so free to change. */
@NullMarked
package dev.ledgerkit.testkit.wire;

import org.jspecify.annotations.NullMarked;
