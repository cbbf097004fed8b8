/** What every simulator shares: a clock to steer, faults to script, and guards against leaks. */
@NullMarked
package dev.ledgerkit.testkit;

import org.jspecify.annotations.NullMarked;
