/** What FreeAgent answers: one record for each shape, with unknown fields kept. */
@NullMarked
package dev.ledgerkit.freeagent.model;

import org.jspecify.annotations.NullMarked;
