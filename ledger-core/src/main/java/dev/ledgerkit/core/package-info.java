/**
 * The nouns every floor above shares: bindings, secrets, time, events and the one family of
 * exceptions.
 */
@NullMarked
package dev.ledgerkit.core;

import org.jspecify.annotations.NullMarked;
