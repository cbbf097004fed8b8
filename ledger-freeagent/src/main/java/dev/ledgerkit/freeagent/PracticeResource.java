package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.model.AccountManager;
import dev.ledgerkit.freeagent.model.Practice;
import dev.ledgerkit.freeagent.model.PracticeClient;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.PracticeClientQuery;
import java.util.List;

/** The practice itself, whichever of its companies a binding is locked to. */
record PracticeResource(FreeAgentCalls calls) implements AccountancyPractice {
  static final ResourceSpec<PracticeClient> CLIENTS =
      ResourceSpec.of("clients", "client", PracticeClient.class).outsideCompanies();

  private static final String MANAGERS = "account_managers";

  @Override
  public Practice get() {
    return calls
        .wire()
        .send(
            ApiRequest.get("/practice").tenantless().build(),
            body -> FreeAgentJson.bare(body, "practice", Practice.class));
  }

  @Override
  public Paged<PracticeClient> clients() {
    return clients(PracticeClientQuery.builder().build());
  }

  @Override
  public Paged<PracticeClient> clients(PracticeClientQuery query) {
    return new ListReader<>(calls.wire(), CLIENTS).list(FreeAgentJson.fields(query, calls.base()));
  }

  @Override
  public List<AccountManager> accountManagers() {
    return calls.array(
        ApiRequest.get("/" + MANAGERS).tenantless().build(), MANAGERS, AccountManager.class);
  }

  @Override
  public AccountManager accountManager(Ref<AccountManager> ref) {
    return manager(ref.pathIn(calls.base(), MANAGERS));
  }

  @Override
  public AccountManager me() {
    return manager("/" + MANAGERS + "/me");
  }

  private AccountManager manager(String path) {
    return calls
        .wire()
        .send(
            ApiRequest.get(path).tenantless().build(),
            body -> FreeAgentJson.single(body, "account_manager", MANAGERS, AccountManager.class));
  }
}
