package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.sage.draft.FooterDetailsDraft;
import dev.ledgerkit.sage.draft.InvoiceSettingsDraft;
import dev.ledgerkit.sage.draft.SageBusinessDraft;
import dev.ledgerkit.sage.draft.SageUserDraft;
import dev.ledgerkit.sage.model.FinancialSettings;
import dev.ledgerkit.sage.model.SageUser;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class SettingsTest extends WireTest {

  @Test
  void settings_read_haveNoId() throws Exception {
    answer(200, "{\"$path\":\"/financial_settings\",\"year_end_date\":\"2025-03-31\"}");

    FinancialSettings settings = sage.financialSettings().get();

    assertThat(settings.yearEndDate()).isEqualTo("2025-03-31");
    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("GET /v3.1/financial_settings");
    assertThat(seen.getHeaders().get("X-Business")).isEqualTo("0d40342d0287cd6b13555c54afca6c90");
  }

  @Test
  void settings_changed_leaveTheRestAlone() throws Exception {
    answer(200, "{\"next_invoice_number\":1043}");

    assertThat(
            sage.invoiceSettings()
                .update(
                    InvoiceSettingsDraft.builder()
                        .nextInvoiceNumber(1043)
                        .footerDetails(FooterDetailsDraft.builder().column1("Thanks").build())
                        .build(),
                    "default_note_on_quote")
                .nextInvoiceNumber())
        .isEqualTo(1043);

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("PUT /v3.1/invoice_settings");
    assertThat(body(seen))
        .isEqualTo(
            json(
                "{\"invoice_settings\":{\"next_invoice_number\":1043,"
                    + "\"footer_details\":{\"column_1\":\"Thanks\"},"
                    + "\"default_note_on_quote\":null}}"));
  }

  @Test
  void settings_outOfRange_areRefusedByName() {
    assertThatThrownBy(() -> InvoiceSettingsDraft.builder().customerCreditDays(366).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("customer_credit_days 366")
        .hasMessageContaining("0 to 365");
    assertThatThrownBy(() -> InvoiceSettingsDraft.builder().quoteNumberPrefix("QUOTES-").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("quote_number_prefix 'QUOTES-' has 7 characters");
  }

  @Test
  void user_isOutsideAnyBusiness() throws Exception {
    answer(200, "{\"id\":\"u1\",\"initials\":\"JS\"}");
    answer(200, "{\"id\":\"u1\",\"last_name\":\"Smith\"}");

    SageUser user = sage.user().get();
    sage.user().update(SageUserDraft.builder().lastName("Smith").build());

    assertThat(user.initials()).isEqualTo("JS");
    for (String verb : new String[] {"GET", "PUT"}) {
      RecordedRequest seen = server.takeRequest();
      assertThat(target(seen)).isEqualTo(verb + " /v3.1/user");
      assertThat(seen.getHeaders().get("X-Business")).isNull();
    }
  }

  @Test
  void business_changed_isNamedInThePathAlone() throws Exception {
    answer(200, "{\"id\":\"b2\",\"mobile\":\"0777654321\"}");

    sage.businesses()
        .update("b2", SageBusinessDraft.builder().mobile("0777654321").build(), "address_line_2");

    RecordedRequest seen = server.takeRequest();
    assertThat(target(seen)).isEqualTo("PUT /v3.1/businesses/b2");
    assertThat(seen.getHeaders().get("X-Business")).isNull();
    assertThat(body(seen))
        .isEqualTo(json("{\"business\":{\"mobile\":\"0777654321\",\"address_line_2\":null}}"));
  }
}
