/** What the typed clients of every provider are built from: lenient JSON, drafts, calls, queues. */
@NullMarked
package dev.ledgerkit.core.client;

import org.jspecify.annotations.NullMarked;
