package dev.ledgerkit.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldReferenceTest {
  private static final long NOON = 1_000_000_000L;
  private static final long MINUTE = 60_000L;

  private final ReferenceData old = data(0);
  private final HeldReference held = new HeldReference(old, NOON);

  @Test
  void claim_whenDue_isGivenToOne_andToNobodyBefore() {
    assertThat(held.claim(NOON - 1, NOON + 5 * MINUTE)).isFalse();
    assertThat(held.claim(NOON, NOON + 5 * MINUTE)).isTrue();
    assertThat(held.claim(NOON, NOON + 5 * MINUTE)).isFalse();
    assertThat(held.isDue(NOON + 5 * MINUTE - 1)).isFalse();
    assertThat(held.isDue(NOON + 5 * MINUTE)).isTrue();
  }

  @Test
  void failed_putsTheNextTryOff_longerEachTime_untilRenewed() {
    held.failed(old, NOON);
    assertThat(held.isDue(NOON + 5 * MINUTE)).isTrue();
    held.failed(old, NOON);
    assertThat(held.isDue(NOON + 5 * MINUTE)).isFalse();
    assertThat(held.isDue(NOON + 10 * MINUTE)).isTrue();

    ReferenceData fresh = data(1);
    held.renew(fresh, NOON);
    held.failed(fresh, NOON);

    assertThat(held.data()).isSameAs(fresh);
    assertThat(held.isDue(NOON + 5 * MINUTE)).isTrue();
  }

  @Test
  void failed_afterOthersRenewed_changesNothing() {
    long tomorrow = NOON + Duration.ofDays(1).toMillis();
    held.renew(data(1), tomorrow);

    held.failed(old, NOON);

    assertThat(held.isDue(tomorrow - 1)).isFalse();
    assertThat(held.isDue(tomorrow)).isTrue();
  }

  @Test
  void noteUse_isTrueOnceAMinute() {
    assertThat(held.noteUse(NOON)).isTrue();
    assertThat(held.noteUse(NOON + MINUTE - 1)).isFalse();
    assertThat(held.noteUse(NOON + MINUTE)).isTrue();
  }

  private static ReferenceData data(int second) {
    return new ReferenceData(new BindingId("shop"), Map.of(), Instant.ofEpochSecond(second));
  }
}
