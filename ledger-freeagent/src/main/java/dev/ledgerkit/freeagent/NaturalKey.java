package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.ValidationException;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.freeagent.model.Ref;
import java.time.Instant;
import java.util.List;

/**
 * How a record is recognised that may have been created before: by a marker in a field that
 * FreeAgent stores and gives back.
 */
interface NaturalKey<T, D extends Draft> {
  /** The draft with the marker in its place: its own if it has one, else the key. */
  D marked(D draft, IdempotencyKey key);

  /** The marker of a draft that has one. */
  String marker(D marked);

  /** The record's identity. */
  Ref<T> ref(T created);

  /**
   * The records that carry the marker, of those created since {@code horizon}; reads no more of the
   * list than that takes.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if one carries it that is plainly another
   */
  List<T> matches(D marked, Instant horizon);

  /**
   * What a create that found no match is told when FreeAgent refuses it; says more where the marker
   * is what is refused.
   *
   * @param call what was asked, as {@code METHOD /path for binding ID}
   */
  default ValidationException refused(String call, D marked, ValidationException refusal) {
    return refusal;
  }
}
