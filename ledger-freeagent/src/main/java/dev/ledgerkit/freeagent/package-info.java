/** FreeAgent v2: how it is reached, spoken to and used. */
@NullMarked
package dev.ledgerkit.freeagent;

import org.jspecify.annotations.NullMarked;
