/** Sage Business Cloud Accounting v3.1: how it is reached, spoken to and used. */
@NullMarked
package dev.ledgerkit.sage;

import org.jspecify.annotations.NullMarked;
