/** Reading reference data that are in memory, while others are refreshed and while none are. */
@NullMarked
package dev.ledgerkit.benchmarks.reference;

import org.jspecify.annotations.NullMarked;
