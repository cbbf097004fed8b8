package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.InvoiceItemDraft;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.InvoiceQuery;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefTest extends WireTest {
  private static final URI BASE = URI.create("https://api.freeagent.com/v2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "https://api.freeagent.com/v2/contacts/2",
        "/v2/contacts/2",
        " https://api.freeagent.com/v2/contacts/2 ",
      })
  void ref_idOrUrl_isThatRecord(String spelling) {
    Ref<Contact> contact = Contact.ref(spelling);

    assertThat(contact.in(BASE)).hasToString("https://api.freeagent.com/v2/contacts/2");
    assertThat(contact.pathIn(BASE, "contacts")).isEqualTo("/contacts/2");
    assertThat(contact.id()).isEqualTo("2");
    assertThat(contact.is(Contact.ref("2"))).isTrue();
    assertThat(contact.is(Contact.ref("12"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "2?x=y",
        "https://api.freeagent.com/v2/invoices/2",
        "https://api.freeagent.com/v2/contacts/",
        "https://api.freeagent.com/v2/contacts/2/../3",
      })
  void ref_noRecordOfTheCollection_isRefusedByName(String bad) {
    assertThatThrownBy(() -> Contact.ref(bad))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + bad + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.sandbox.freeagent.com/v2/contacts/2",
        "http://api.freeagent.com/v2/contacts/2",
        "https://api.freeagent.com.evil.example/v2/contacts/2",
        "https://api.freeagent.com:8443/v2/contacts/2",
        "https://api.freeagent.com@evil.example/v2/contacts/2",
        "https://api.freeagent.com/contacts/2",
        "https://user:pw@api.freeagent.com/v2/contacts/2",
      })
  void get_anotherHostOrEnvironment_isRefusedBeforeAnyCall(String elsewhere) {
    Ref<Contact> ref = Contact.ref(elsewhere);

    assertThatThrownBy(() -> ref.in(BASE)).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> freeagent.contacts().get(ref))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(elsewhere);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void get_answeredUrlOfAnotherKind_isRefusedBeforeAnyCall() {
    Ref<Contact> invoice = Ref.answered(url("invoices/2"));

    assertThatThrownBy(() -> freeagent.contacts().get(invoice))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("invoices/2")
        .hasMessageContaining("contacts");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void draft_referenceOfAnotherEnvironment_namesTheField() {
    InvoiceDraft draft =
        InvoiceDraft.builder()
            .contact(Contact.ref("2"))
            .datedOn(LocalDate.of(2026, 11, 20))
            .invoiceItems(
                List.of(
                    InvoiceItemDraft.builder()
                        .description("Hammer")
                        .category(
                            Category.ref("https://api.sandbox.freeagent.com/v2/categories/001"))
                        .build()))
            .build();

    assertThatThrownBy(() -> freeagent.invoices().create(draft))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("invoice_items[0].category")
        .hasMessageContaining("api.sandbox.freeagent.com");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void query_referenceOfAnotherEnvironment_namesTheField() {
    InvoiceQuery query =
        InvoiceQuery.builder()
            .contact(Contact.ref("https://api.sandbox.freeagent.com/v2/contacts/2"))
            .build();

    assertThatThrownBy(() -> freeagent.invoices().list(query))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("contact: ");
  }

  @Test
  void record_answeredWithoutUrl_cannotBeUsed() {
    Invoice invoice = FreeAgentJson.WIRE.read(json("{\"reference\":\"003\"}"), Invoice.class);

    assertThatThrownBy(() -> freeagent.invoices().get(invoice.url()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("without its URL");
  }
}
