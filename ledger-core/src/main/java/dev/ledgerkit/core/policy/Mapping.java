package dev.ledgerkit.core.policy;

/**
 * What a value of the source stands for at the provider.
 *
 * @since 0.1
 */
public sealed interface Mapping {

  /**
   * An entry of a reference list.
   *
   * @param id its id
   * @param byDefault whether the value was not mapped itself
   */
  record To(String id, boolean byDefault) implements Mapping {}

  /** Nothing. */
  record None(Reason reason) implements Mapping {}
}
