/** Everybody who is measured, behind one face, and the token server they all meet. */
@NullMarked
package dev.ledgerkit.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
