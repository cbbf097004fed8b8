/** What was already created: the source's entities and the provider's, pair by pair. */
@NullMarked
package dev.ledgerkit.core.mapping;

import org.jspecify.annotations.NullMarked;
