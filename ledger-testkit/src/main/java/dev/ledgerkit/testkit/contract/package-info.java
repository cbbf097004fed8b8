/**
 * What an implementation of one of Ledger's interfaces has to keep, as JUnit 5 tests: extend the
 * contract, say how to open the implementation, run.
 */
@NullMarked
package dev.ledgerkit.testkit.contract;

import org.jspecify.annotations.NullMarked;
