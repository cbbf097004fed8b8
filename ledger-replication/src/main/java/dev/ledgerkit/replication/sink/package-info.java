/** Where replicated records go, and how a sink keeps what it was given. */
@NullMarked
package dev.ledgerkit.replication.sink;

import org.jspecify.annotations.NullMarked;
