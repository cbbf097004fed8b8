/** What is sent to Sage: records with generated builders; what is not set is not sent. */
@NullMarked
package dev.ledgerkit.sage.draft;

import org.jspecify.annotations.NullMarked;
