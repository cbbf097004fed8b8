/** OAuth: tokens, the vault that keeps them, and load_fresh, the protocol that renews them. */
@NullMarked
package dev.ledgerkit.core.oauth;

import org.jspecify.annotations.NullMarked;
