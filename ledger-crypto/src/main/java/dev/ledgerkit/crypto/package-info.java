/**
 * Everything secret at rest: {@link dev.ledgerkit.crypto.EncryptedTokenVault}, the {@link
 * dev.ledgerkit.crypto.MasterKeys} it seals under, and the tools of whoever operates it.
 */
@NullMarked
package dev.ledgerkit.crypto;

import org.jspecify.annotations.NullMarked;
