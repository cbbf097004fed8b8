/**
 * The one durable interface a host may implement; its forms in memory, in a database's table and in
 * files; and the bindings kept in it.
 */
@NullMarked
package dev.ledgerkit.core.store;

import org.jspecify.annotations.NullMarked;
