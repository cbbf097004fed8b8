/** What an implementation of one of Ledger's interfaces has to pass, as tests to extend. */
@NullMarked
package dev.ledgerkit.testkit.contract;

import org.jspecify.annotations.NullMarked;
