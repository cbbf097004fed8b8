/** Ledger measured beside its peers. */
@NullMarked
package dev.ledgerkit.benchmarks;

import org.jspecify.annotations.NullMarked;
