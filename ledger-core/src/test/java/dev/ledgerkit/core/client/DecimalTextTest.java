package dev.ledgerkit.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.json.JsonMapper;

/** Decimals are read as they are spelled: every digit, and the number of places. */
class DecimalTextTest {
  private final JsonMapper mapper = JsonMapper.builder().addModule(LenientScalars.module()).build();

  @Property
  void anyDecimal_isReadAsSpelled(
      @ForAll BigInteger digits, @ForAll @IntRange(min = -3, max = 30) int scale) {
    BigDecimal decimal = new BigDecimal(digits, scale);

    assertThat(read("\"" + decimal + "\"")).isEqualTo(decimal);
    assertThat(read("\" " + decimal.toPlainString() + " \""))
        .isEqualTo(new BigDecimal(decimal.toPlainString()));
  }

  @Property
  void anyAmount_isReadAsSpelled(
      @ForAll long cents, @ForAll @IntRange(min = 0, max = 20) int scale) {
    String text = BigDecimal.valueOf(cents, scale).toPlainString();

    assertThat(read(text)).isEqualTo(new BigDecimal(text));
    assertThat(read("\"" + text + "\"")).isEqualTo(new BigDecimal(text));
  }

  @Example
  void oddSpellings_areReadAsTheJdkReadsThem() {
    for (String text :
        new String[] {"+1.5", "-0", "-0.00", ".5", "5.", "1e3", "007", "999999999999999999.9"}) {
      assertThat(read("\"" + text + "\"")).as(text).isEqualTo(new BigDecimal(text));
    }
  }

  private BigDecimal read(String json) {
    return mapper.readValue(json, BigDecimal.class);
  }
}
