/** What is sent to FreeAgent: one record for each thing that can be created or changed. */
@NullMarked
package dev.ledgerkit.freeagent.draft;

import org.jspecify.annotations.NullMarked;
