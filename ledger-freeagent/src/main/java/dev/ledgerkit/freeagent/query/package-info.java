/** How FreeAgent's lists are narrowed: one record for each list. */
@NullMarked
package dev.ledgerkit.freeagent.query;

import org.jspecify.annotations.NullMarked;
