/** What every provider's OAuth side has in common; not exported, so free to change. */
@NullMarked
package dev.ledgerkit.testkit.oauth;

import org.jspecify.annotations.NullMarked;
