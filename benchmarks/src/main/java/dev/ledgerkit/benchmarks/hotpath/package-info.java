/** What a token costs when it is fresh. */
@NullMarked
package dev.ledgerkit.benchmarks.hotpath;

import org.jspecify.annotations.NullMarked;
