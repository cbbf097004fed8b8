/**
 * The way in and out: consent, the choice of a business, disconnect, and the wiring of all parts.
 */
@NullMarked
package dev.ledgerkit.core.connect;

import org.jspecify.annotations.NullMarked;
