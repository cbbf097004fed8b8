package dev.ledgerkit.freeagent;

/**
 * The books of one binding's company. What a resource allows is in its type.
 *
 * <p>Cheap to make and safe for use by many threads; {@link FreeAgentProvider#client} gives one.
 *
 * <pre>{@code
 * FreeAgentClient freeagent = provider.client(api, binding);
 * Contact contact =
 *     freeagent.contacts()
 *         .findOrCreate(
 *             ContactDraft.builder()
 *                 .organisationName("Great Example Ltd")
 *                 .email("accounts@great.example.com")
 *                 .build());
 * }</pre>
 *
 * @since 0.1
 */
public final class FreeAgentClient {
  private final FreeAgentCalls calls;

  FreeAgentClient(FreeAgentCalls calls) {
    this.calls = calls;
  }

  /** Customers and suppliers. */
  public Contacts contacts() {
    return new ContactResource(calls);
  }
}
