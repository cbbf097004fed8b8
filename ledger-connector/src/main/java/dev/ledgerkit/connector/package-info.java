/** A connection configured by properties: the exchange, its saved settings and the test. */
@NullMarked
package dev.ledgerkit.connector;

import org.jspecify.annotations.NullMarked;
