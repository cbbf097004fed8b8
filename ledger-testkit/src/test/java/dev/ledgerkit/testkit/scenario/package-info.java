/** What Ledger promises, shown against a simulator over a real socket. */
@NullMarked
package dev.ledgerkit.testkit.scenario;

import org.jspecify.annotations.NullMarked;
