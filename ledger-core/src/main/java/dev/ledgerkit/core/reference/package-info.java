/** Reference data: the lists a settings page needs, fetched side by side and kept. */
@NullMarked
package dev.ledgerkit.core.reference;

import org.jspecify.annotations.NullMarked;
