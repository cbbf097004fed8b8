package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** Sales tax rates of a country of the European Union on a day. */
final class MossRates {
  /** Percentage and band, for a few countries; a rate does not change with the day here. */
  private static final Map<String, String> RATES =
      Map.of(
          "Austria", "20.0 Standard,13.0 Reduced,13.0 Parking",
          "France", "20.0 Standard,10.0 Reduced,5.5 Reduced,2.1 Super Reduced",
          "Germany", "19.0 Standard,7.0 Reduced",
          "Ireland", "23.0 Standard,9.0 Reduced,13.5 Reduced,13.5 Parking,4.8 Super Reduced",
          "Spain", "21.0 Standard,10.0 Reduced,4.0 Super Reduced");

  private MossRates() {}

  static WireReply handle(Call call) {
    ListQuery.day(call.query("date"));
    String rates = RATES.get(call.query("country"));
    if (rates == null) {
      throw Refused.because("country is not a member of the EU");
    }
    ArrayNode bands = Json.array();
    for (String rate : rates.split(",", -1)) {
      String[] part = rate.split(" ", 2);
      bands.addObject().put("percentage", part[0]).put("band", part[1]);
    }
    return WireReply.json(
        200, Json.write(Json.object().put("ec_tax_name", "VAT").set("sales_tax_rates", bands)));
  }
}
