/** A Sage Accounting on a loopback socket, and the JUnit extension that hands it to a test. */
@NullMarked
package dev.ledgerkit.testkit.sage;

import org.jspecify.annotations.NullMarked;
