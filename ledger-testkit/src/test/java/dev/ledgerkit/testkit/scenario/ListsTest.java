package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.LedgerAccount;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists longer than a page, a token's life, or the provider's patience. */
class ListsTest {

  @Test
  void tokenDiesBetweenTwoPages_nextPageComesUnderANewOne() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).ledgerAccounts(450).start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      Iterator<Page<LedgerAccount>> pages =
          host.client(id).ledgerAccounts().list().pages().iterator();
      assertThat(pages.next().items()).hasSize(200);

      clock.advance(Duration.ofMinutes(6));

      assertThat(pages.next().items()).hasSize(200);
      assertThat(pages.next().items()).hasSize(50);
      assertThat(pages.hasNext()).isFalse();
      assertThat(sage.seen().refreshesAccepted()).isEqualTo(1);
      assertThat(sage.seen().unauthorized()).as("renewed before, not after").isZero();
    }
  }

  @Test
  void pageFailsThreeTimes_listGoesOnWhereItWas() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).ledgerAccounts(450).start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      int before = sage.seen().calls("GET /ledger_accounts");
      Iterator<LedgerAccount> accounts = host.client(id).ledgerAccounts().list().iterator();
      accounts.next();
      sage.script()
          .on(Endpoint.api("GET", "/ledger_accounts"))
          .then(Fault.status(503), Fault.truncatedBody(), Fault.status(429));

      int count = 1;
      while (accounts.hasNext()) {
        accounts.next();
        count++;
      }

      assertThat(count).isEqualTo(450);
      assertThat(sage.seen().calls("GET /ledger_accounts") - before)
          .as("three pages and three repetitions")
          .isEqualTo(6);
    }
  }

  @Test
  void tenThousandItems_onePageFailsThreeTimesInARow_nothingIsReadTwice() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage =
            // The provider's own two contacts make it ten thousand.
            SageSimulator.builder().clock(clock).contacts(9_998).start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      int before = sage.seen().calls("GET /contacts");
      Set<String> met = new HashSet<>();
      int count = 0;
      for (Contact contact : host.client(id).contacts().list()) {
        met.add(contact.id());
        count++;
        if (count == 5_000) {
          sage.script()
              .on(Endpoint.api("GET", "/contacts"))
              .then(Fault.status(503), Fault.truncatedBody(), Fault.status(429));
        }
      }

      assertThat(count).isEqualTo(10_000);
      assertThat(met).hasSize(10_000);
      assertThat(sage.script().pending()).isEmpty();
      assertThat(sage.seen().calls("GET /contacts") - before)
          .as("fifty pages and three repetitions")
          .isEqualTo(53);
    }
  }

  @Test
  void prefetch_listsAndPages_goSideBySide() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage =
            SageSimulator.builder()
                .clock(clock)
                .ledgerAccounts(900)
                .latency(Duration.ofMillis(200))
                .start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      ReferenceData data = host.ledger.references().get(id);

      assertThat(data.list(ReferenceKind.LEDGER_ACCOUNTS).size()).isGreaterThan(200);
      assertThat(sage.seen().maxConcurrent())
          .as("all five lists, or all later pages of two of them, at once")
          .isGreaterThanOrEqualTo(5);
      int calls = sage.seen().apiCalls();
      assertThat(host.ledger.references().get(id)).isSameAs(data);
      assertThat(sage.seen().apiCalls()).as("known, so not asked again").isEqualTo(calls);
    }
  }

  @Test
  void referenceData_olderThanADay_areServedAndRefreshed() {
    VirtualClock clock = new VirtualClock();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host host = Host.of(sage, clock)) {
      BindingId id = host.connected();
      ReferenceData old = host.ledger.references().get(id);
      clock.advance(Duration.ofHours(25));

      assertThat(host.ledger.references().get(id)).isSameAs(old);

      Await.until(() -> host.ledger.references().get(id).refreshedAt().isAfter(old.refreshedAt()));
      assertThat(host.ledger.references().get(id).age(clock.instant()))
          .isLessThan(Duration.ofHours(1));
    }
  }
}
