/** How long a settings page waits for its lists. */
@NullMarked
package dev.ledgerkit.benchmarks.prefetch;

import org.jspecify.annotations.NullMarked;
