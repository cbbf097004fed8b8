/** What a provider must tell the floors above and below about itself. */
@NullMarked
package dev.ledgerkit.core.provider;

import org.jspecify.annotations.NullMarked;
