package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.JournalSetDraft;
import dev.ledgerkit.freeagent.draft.JournalSetDraftBuilder;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.JournalSetQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Journals; one may be found by its tag. */
final class JournalSetResource extends Resource<JournalSet, JournalSetQuery, JournalSetDraft>
    implements JournalSets {
  private static final ResourceSpec<JournalSet> SPEC =
      ResourceSpec.of("journal_sets", "journal_set", JournalSet.class);

  JournalSetResource(FreeAgentCalls calls) {
    super(calls, SPEC, new ByTag(calls));
  }

  @Override
  public JournalSet create(JournalSetDraft draft) {
    requireBalance(draft);
    return super.create(draft);
  }

  @Override
  public JournalSet create(JournalSetDraft draft, IdempotencyKey key) {
    requireBalance(draft);
    return super.create(draft, key);
  }

  private static void requireBalance(JournalSetDraft draft) {
    BigDecimal sum = draft.balance();
    if (sum.signum() != 0) {
      throw new ConfigurationException(
          "A journal whose debits and credits come to %s is refused: they must come to zero."
              .formatted(sum.toPlainString()));
    }
  }

  @Override
  public JournalSet openingBalances() {
    return read(ApiRequest.get(path() + "/opening_balances"));
  }

  /** FreeAgent finds journals by their tag, so nothing else is looked at. */
  private record ByTag(FreeAgentCalls calls) implements NaturalKey<JournalSet, JournalSetDraft> {
    @Override
    public JournalSetDraft marked(JournalSetDraft draft, IdempotencyKey key) {
      String own = draft.tag();
      return own == null || own.isBlank()
          ? JournalSetDraftBuilder.builder(draft).tag(key.value()).build()
          : draft;
    }

    @Override
    public String marker(JournalSetDraft marked) {
      return String.valueOf(marked.tag()).strip();
    }

    @Override
    public Ref<JournalSet> ref(JournalSet created) {
      return created.url();
    }

    @Override
    public List<JournalSet> matches(JournalSetDraft marked, Instant horizon) {
      JournalSetQuery query = JournalSetQuery.builder().tag(marker(marked)).build();
      return new ListReader<>(calls.wire(), SPEC)
          .list(FreeAgentJson.fields(query, calls.base())).stream()
              .filter(found -> marker(marked).equals(String.valueOf(found.tag()).strip()))
              .toList();
    }
  }
}
