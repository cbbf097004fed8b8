/** What Sage answers: one record for each shape, with unknown fields kept. */
@NullMarked
package dev.ledgerkit.sage.model;

import org.jspecify.annotations.NullMarked;
