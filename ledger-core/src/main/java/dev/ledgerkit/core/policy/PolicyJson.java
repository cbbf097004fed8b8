package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A policy as JSON, written and read field by field, so that every wrong one can be named. */
final class PolicyJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private PolicyJson() {}

  static String write(SyncPolicy policy) {
    ObjectNode json = JSON.createObjectNode();
    json.put(PolicyField.VERSION.wire(), policy.version());
    json.put(PolicyField.SYNC_UNPAID_INVOICES.wire(), policy.syncUnpaidInvoices());
    json.put(PolicyField.SYNC_ZERO_VALUE_INVOICES.wire(), policy.syncZeroValueInvoices());
    Instant since = policy.syncSince();
    put(json, PolicyField.SYNC_SINCE, since == null ? null : since.toString());
    policy.websiteFilter().forEach(json.putArray(PolicyField.WEBSITE_FILTER.wire())::add);
    policy.storeFilter().forEach(json.putArray(PolicyField.STORE_FILTER.wire())::add);
    json.put(PolicyField.SYNC_PRODUCTS.wire(), policy.syncProducts());
    json.put(PolicyField.SYNC_STOCK.wire(), policy.syncStock());
    put(json, PolicyField.DEFAULT_TAX_RATE, policy.defaultTaxRate());
    put(json, PolicyField.DEFAULT_LEDGER_ACCOUNT, policy.defaultLedgerAccount());
    put(json, PolicyField.DEFAULT_PURCHASE_LEDGER_ACCOUNT, policy.defaultPurchaseLedgerAccount());
    put(json, PolicyField.DEFAULT_INCOME_CATEGORY, policy.defaultIncomeCategory());
    json.put(PolicyField.DEFAULT_PAYMENT_TERMS_IN_DAYS.wire(), policy.defaultPaymentTermsInDays());
    put(json, PolicyField.DEFAULT_BANK_ACCOUNT, policy.defaultBankAccount());
    ObjectNode rates = json.putObject(PolicyField.TAX_RATE_MAP.wire());
    policy.taxRates().forEach((percentage, rate) -> rates.put(percentage.toPlainString(), rate));
    ObjectNode methods = json.putObject(PolicyField.PAYMENT_METHOD_MAP.wire());
    policy.paymentMethods().forEach((code, choice) -> methods.put(code, choice.bankAccount()));
    ObjectNode types = json.putObject(PolicyField.ITEM_TYPE_MAP.wire());
    policy.itemTypes().forEach(types::put);
    return json.toString();
  }

  private static void put(ObjectNode json, PolicyField field, @Nullable String value) {
    if (value != null) {
      json.put(field.wire(), value);
    }
  }

  static PolicyBuilder read(String text) {
    PolicyBuilder builder = SyncPolicy.builder();
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JacksonException e) {
      return builder.problem(
          PolicyBuilder.invalid("", "this is not JSON: " + e.getOriginalMessage()));
    }
    if (!json.isObject()) {
      return builder.problem(PolicyBuilder.invalid("", "a policy is a JSON object"));
    }
    for (Map.Entry<String, JsonNode> property : json.properties()) {
      if (!property.getValue().isNull()) {
        read(builder, property.getKey(), property.getValue());
      }
    }
    return builder;
  }

  private static void read(PolicyBuilder builder, String name, JsonNode value) {
    PolicyField field =
        Arrays.stream(PolicyField.values())
            .filter(each -> each.wire().equals(name))
            .findFirst()
            .orElse(null);
    if (field == null) {
      builder.problem(unknown(name));
      return;
    }
    Reading reading = new Reading(builder, field, value);
    switch (field) {
      case VERSION -> reading.whole(builder::version);
      case SYNC_UNPAID_INVOICES -> reading.flag(builder::syncUnpaidInvoices);
      case SYNC_ZERO_VALUE_INVOICES -> reading.flag(builder::syncZeroValueInvoices);
      case SYNC_SINCE -> reading.time(builder::syncSince);
      case WEBSITE_FILTER -> reading.texts(builder::websiteFilter);
      case STORE_FILTER -> reading.texts(builder::storeFilter);
      case SYNC_PRODUCTS -> reading.flag(builder::syncProducts);
      case SYNC_STOCK -> reading.flag(builder::syncStock);
      case DEFAULT_TAX_RATE -> reading.text(builder::defaultTaxRate);
      case DEFAULT_LEDGER_ACCOUNT -> reading.text(builder::defaultLedgerAccount);
      case DEFAULT_PURCHASE_LEDGER_ACCOUNT -> reading.text(builder::defaultPurchaseLedgerAccount);
      case DEFAULT_INCOME_CATEGORY -> reading.text(builder::defaultIncomeCategory);
      case DEFAULT_PAYMENT_TERMS_IN_DAYS -> reading.days(builder::defaultPaymentTermsInDays);
      case DEFAULT_BANK_ACCOUNT -> reading.text(builder::defaultBankAccount);
      case TAX_RATE_MAP -> reading.entries(builder::taxRate);
      case PAYMENT_METHOD_MAP -> reading.choices(builder::paymentMethod);
      case ITEM_TYPE_MAP -> {
        builder.noItemTypes();
        reading.entries(builder::itemType);
      }
    }
  }

  private static Problem unknown(String name) {
    String known =
        Arrays.stream(PolicyField.values())
            .map(PolicyField::wire)
            .collect(Collectors.joining(", "));
    return PolicyBuilder.invalid(name, "there is no such setting; there are " + known);
  }
}
