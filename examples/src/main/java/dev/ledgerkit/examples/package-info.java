/** What a newcomer runs first. */
@NullMarked
package dev.ledgerkit.examples;

import org.jspecify.annotations.NullMarked;
