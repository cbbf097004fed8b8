/** Which events of a source flow into the books, and what fills in where the source is silent. */
@NullMarked
package dev.ledgerkit.core.policy;

import org.jspecify.annotations.NullMarked;
