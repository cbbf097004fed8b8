/** What a simulated company keeps, and the rules of each resource; not exported. */
@NullMarked
package dev.ledgerkit.testkit.freeagent.books;

import org.jspecify.annotations.NullMarked;
