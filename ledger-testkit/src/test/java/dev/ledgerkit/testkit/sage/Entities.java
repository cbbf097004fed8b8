package dev.ledgerkit.testkit.sage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The other bodies tests post, and how they look at what came of them. */
final class Entities {
  private final SageSimulator sage;
  private final Client client;

  Entities(SageSimulator sage, Client client) {
    this.sage = sage;
    this.client = client;
  }

  /** The first ledger account with this nominal code. */
  String account(int code) throws IOException {
    for (JsonNode account : items("/ledger_accounts?attributes=nominal_code&items_per_page=200")) {
      if (account.path("nominal_code").asInt() == code) {
        return account.path("id").asString();
      }
    }
    throw new AssertionError("no account " + code);
  }

  String bank(int index) {
    return sage.ids("bank_accounts").get(index);
  }

  String vendor(String name) throws IOException {
    return client.create(
        "/contacts",
        "{\"contact\":{\"name\":\"%s\",\"contact_type_ids\":[\"VENDOR\"]}}".formatted(name));
  }

  /** Over 50 net, 60 gross. */
  String purchase(String envelope, String lines, String vendor, String more) throws IOException {
    return "{\"%s\":{\"contact_id\":\"%s\",\"date\":\"2026-01-05\",\"due_date\":\"2026-02-05\"%s,"
            .formatted(envelope, vendor, more)
        + "\"%s\":[{\"description\":\"Wood\",\"ledger_account_id\":\"%s\",\"quantity\":\"2\","
            .formatted(lines, account(5000))
        + "\"unit_price\":\"25\",\"tax_rate_id\":\"GB_STANDARD\",\"tax_amount\":\"10\"}]}}";
  }

  String product(String code) throws IOException {
    return item("product", code, "");
  }

  String item(String envelope, String code, String more) throws IOException {
    String account = account(4000);
    return "{\"%s\":{\"item_code\":\"%s\",\"description\":\"Oak frame\"%s,"
            .formatted(envelope, code, more)
        + "\"sales_ledger_account_id\":\"%s\",\"purchase_ledger_account_id\":\"%s\"}}"
            .formatted(account, account);
  }

  String journal(String debit, String credit) throws IOException {
    return "{\"journal\":{\"date\":\"2026-01-05\",\"reference\":\"J1\",\"journal_lines\":["
        + "{\"ledger_account_id\":\"%s\",\"debit\":\"%s\",\"credit\":\"0\",\"details\":\"in\"},"
            .formatted(account(7100), debit)
        + "{\"ledger_account_id\":\"%s\",\"debit\":\"0\",\"credit\":\"%s\",\"details\":\"out\"}]}}"
            .formatted(account(3000), credit);
  }

  List<JsonNode> items(String path) throws IOException {
    Client.Answer answer = client.get(path);
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    List<JsonNode> items = new ArrayList<>();
    answer.json().path("$items").forEach(items::add);
    return items;
  }

  /** The entries of a transaction as {@code code debit credit}. */
  List<String> entries(String transactionId) throws IOException {
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : items("/ledger_entries?attributes=all&transaction_id=" + transactionId)) {
      if (!entry.path("deleted").asBoolean()) {
        String name = entry.at("/ledger_account/displayed_as").asString("");
        entries.add(
            "%s %s %s"
                .formatted(
                    name.substring(name.indexOf('(') + 1, name.length() - 1),
                    entry.path("debit").asString(),
                    entry.path("credit").asString()));
      }
    }
    return entries;
  }

  String balance(String bankAccount) throws IOException {
    return client.get("/bank_accounts/" + bankAccount).at("/balance");
  }
}
