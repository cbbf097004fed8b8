/** From the bytes of a page of invoices to typed records. */
@NullMarked
package dev.ledgerkit.benchmarks.parse;

import org.jspecify.annotations.NullMarked;
