/** What it costs to be there at all. */
@NullMarked
package dev.ledgerkit.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
