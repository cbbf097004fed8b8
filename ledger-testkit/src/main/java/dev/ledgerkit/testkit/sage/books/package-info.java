/** The resources of one simulated business, and what a write to one of them does to the others. */
@NullMarked
package dev.ledgerkit.testkit.sage.books;

import org.jspecify.annotations.NullMarked;
