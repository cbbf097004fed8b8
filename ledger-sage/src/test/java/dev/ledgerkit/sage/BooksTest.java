package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.sage.model.AddressRegion;
import dev.ledgerkit.sage.model.Journal;
import dev.ledgerkit.sage.model.LedgerEntry;
import dev.ledgerkit.sage.model.Transaction;
import dev.ledgerkit.sage.model.TransactionType;
import dev.ledgerkit.sage.query.AddressRegionQuery;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.LedgerEntryQuery;
import dev.ledgerkit.sage.query.ReadOptions;
import dev.ledgerkit.sage.query.TransactionTypeQuery;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transactions, entries, journals, and the lists they name. */
class BooksTest extends WireTest {
  private static final Instant MORNING = Instant.parse("2025-01-06T10:00:00Z");

  @Test
  void journal_reissued_isTheNewOne() throws Exception {
    answer(201, "{\"id\":\"j2\",\"reference\":\"J-1\"}");

    Journal reissued = sage.journals().reissue("j1");

    assertThat(reissued.id()).isEqualTo("j2");
    assertThat(target(server.takeRequest())).isEqualTo("POST /v3.1/journals/j1/reissue");
    assertThat(api.sent().get(0).repeatable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "../user"})
  void impossibleId_ofSpecialActions_isRefusedBeforeAnyCall(String id) {
    assertThatThrownBy(() -> sage.journals().reissue(id))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + id + "'");
    assertThatThrownBy(() -> sage.bankAccounts().bankFeed(id))
        .isInstanceOf(ConfigurationException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void bankFeed_ofAnAccount_isAReference() throws Exception {
    answer(200, "{\"id\":\"f1\",\"displayed_as\":\"Bank\"}");

    assertThat(sage.bankAccounts().bankFeed("b1").id()).isEqualTo("f1");
    assertThat(target(server.takeRequest())).isEqualTo("GET /v3.1/bank_accounts/b1/bank_feed");
  }

  @Test
  void transactions_deleted_comeAmongTheChanges() throws Exception {
    answer(200, "[{\"id\":\"t1\",\"deleted\":true},{\"id\":\"t2\",\"deleted\":false}]");

    assertThat(sage.transactions().changedSince(MORNING, "deleted").stream())
        .extracting(Transaction::deleted)
        .containsExactly(true, false);
    assertThat(sage.transactions().stream().flagsDeleted()).isTrue();
    assertThatThrownBy(() -> sage.transactions().stream().deletedSince(MORNING))
        .isInstanceOfSatisfying(
            FeedUnavailableException.class,
            refused -> assertThat(refused.feed()).isEqualTo(Feed.DELETIONS))
        .hasMessageContaining("its changes carry what was deleted");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void transaction_withItsOrigin_isAskedForSo() throws Exception {
    answer(200, "{\"id\":\"t1\",\"origin\":{\"id\":\"i1\",\"status\":{\"id\":\"PAID\"}}}");

    Transaction read =
        sage.transactions().get("t1", ReadOptions.builder().expandOrigin(true).build());

    assertThat(read.origin().status().id()).isEqualTo("PAID");
    assertThat(target(server.takeRequest()))
        .isEqualTo("GET /v3.1/transactions/t1?expand_origin=true");
  }

  @Test
  void ledgerEntries_ofOneTransaction_areFiltered() throws Exception {
    answer(200, "[{\"id\":\"e1\",\"credit\":\"100.00\",\"debit\":\"0.0\"}]");

    assertThat(
            sage
                .ledgerEntries()
                .list(
                    LedgerEntryQuery.builder()
                        .transactionId("t1")
                        .transactionTypeId(TransactionType.of("JOURNAL"))
                        .fromDate(LocalDate.of(2025, 1, 1))
                        .build())
                .stream())
        .extracting(LedgerEntry::credit)
        .hasToString("[100.00]");
    assertThat(target(server.takeRequest()))
        .isEqualTo(
            "GET /v3.1/ledger_entries?from_date=2025-01-01&transaction_id=t1"
                + "&transaction_type_id=JOURNAL&items_per_page=200&page=1");
  }

  @Test
  void referenceLists_filtered_sendSagesNames() throws Exception {
    answer(200, "[{\"id\":\"CA-QC\",\"code\":\"QC\",\"name\":\"Quebec\"}]");
    answer(200, "[{\"id\":\"JOURNAL\"}]");
    answer(200, "[{\"id\":\"DELIVERY\"}]");

    assertThat(
            sage
                .addressRegions()
                .list(AddressRegionQuery.builder().countryId("CA").build())
                .stream())
        .extracting(AddressRegion::code)
        .containsExactly("QC");
    assertThat(
            sage
                .transactionTypes()
                .list(TransactionTypeQuery.builder().validForBusiness(true).build())
                .stream())
        .hasSize(1);
    assertThat(sage.lists().addressTypes().list().stream()).hasSize(1);
    assertThat(server.takeRequest().getTarget()).startsWith("/v3.1/address_regions?country_id=CA&");
    assertThat(server.takeRequest().getTarget())
        .startsWith("/v3.1/transaction_types?valid_for_business=true&");
    assertThat(server.takeRequest().getTarget()).startsWith("/v3.1/address_types?");
  }
}
