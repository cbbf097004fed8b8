/** Measurements; not deployed. */
@NullMarked
package dev.ledgerkit.benchmarks;

import org.jspecify.annotations.NullMarked;
