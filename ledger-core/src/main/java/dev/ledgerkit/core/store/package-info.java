/**
 * The one durable interface a host may implement, its in-memory form, and the bindings kept in it.
 */
@NullMarked
package dev.ledgerkit.core.store;

import org.jspecify.annotations.NullMarked;
