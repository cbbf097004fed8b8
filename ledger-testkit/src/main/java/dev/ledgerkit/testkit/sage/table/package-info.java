/**
 * The engine under the simulated books: rows, the table of what a field may be, lists, refusals.
 */
@NullMarked
package dev.ledgerkit.testkit.sage.table;

import org.jspecify.annotations.NullMarked;
