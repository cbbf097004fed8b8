/** What happens when it is not, and everybody asks at once. */
@NullMarked
package dev.ledgerkit.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
