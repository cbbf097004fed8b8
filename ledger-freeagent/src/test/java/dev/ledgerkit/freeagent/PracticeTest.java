package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.freeagent.model.PracticeClient;
import dev.ledgerkit.freeagent.query.PracticeClientQuery;
import dev.ledgerkit.freeagent.query.PracticeClientView;
import org.junit.jupiter.api.Test;

/** An accountancy practice, each of whose companies is a binding of its own. */
class PracticeTest extends WireTest {
  @Override
  FreeAgentProvider.Builder settings(FreeAgentProvider.Builder builder) {
    return builder.practice();
  }

  @Test
  void businesses_areTheClients_bySubdomain() throws Exception {
    answer(
        200,
        "{\"clients\":[{\"id\":1,\"name\":\"One Ltd\",\"subdomain\":\"one\"},{\"id\":2,\"name\":\"Two"
            + " Ltd\",\"subdomain\":\"two\"}]}");

    assertThat(provider.businesses(api, binding.id()))
        .containsExactly(new Business("one", "One Ltd"), new Business("two", "Two Ltd"));
    var seen = server.takeRequest();
    assertThat(seen.getTarget()).startsWith("/v2/clients?minimal_data=true");
    assertThat(seen.getHeaders().get("X-Subdomain")).isNull();
  }

  @Test
  void callsForACompany_carryItsSubdomain() throws Exception {
    answer(200, "{\"company\":{\"id\":9}}");

    freeagent.company().get();

    assertThat(server.takeRequest().getHeaders().get("X-Subdomain")).isEqualTo("12345");
  }

  @Test
  void practiceItself_isReadOutsideAnyCompany() throws Exception {
    answer(200, "{\"name\":\"My Practice\",\"subdomain\":\"mypracticesubdomain\"}");
    answer(200, "{\"account_managers\":[{\"name\":\"A\"}]}");
    answer(200, "{\"account_manager\":{\"name\":\"Me\"}}");
    answer(
        200, "{\"clients\":[{\"subdomain\":\"one\",\"account_owner\":{\"first_name\":\"Jane\"}}]}");

    assertThat(freeagent.practice().get().subdomain()).isEqualTo("mypracticesubdomain");
    assertThat(freeagent.practice().accountManagers()).hasSize(1);
    assertThat(freeagent.practice().me().name()).isEqualTo("Me");
    PracticeClient client =
        freeagent
            .practice()
            .clients(PracticeClientQuery.builder().view(PracticeClientView.ACTIVE).build())
            .stream()
            .findFirst()
            .orElseThrow();
    assertThat(client.accountOwner().firstName()).isEqualTo("Jane");
    for (String path : new String[] {"/practice", "/account_managers", "/account_managers/me"}) {
      var seen = server.takeRequest();
      assertThat(seen.getTarget()).isEqualTo("/v2" + path);
      assertThat(seen.getHeaders().get("X-Subdomain")).isNull();
    }
    assertThat(server.takeRequest().getTarget()).contains("view=active");
  }
}
