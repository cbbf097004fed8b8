package dev.ledgerkit.core.mapping;

/**
 * An entity of the source and what stands for it in the books.
 *
 * @since 0.1
 */
public record EntityPair(SourceEntity source, ProviderEntity provider) {
  @Override
  public String toString() {
    return source + " ↔ " + provider;
  }
}
