/** What can be asked of Sage's lists. */
@NullMarked
package dev.ledgerkit.sage.query;

import org.jspecify.annotations.NullMarked;
