package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.DraftFields;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.model.VatPlace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * What every resource of one company works with.
 *
 * @param wire makes the calls
 * @param base the API base of the binding's environment: every reference must lie below it
 * @param company names the company among all
 * @param place where the company stands as to VAT; null if the host did not say
 * @param writes the queues of creates, shared by all clients of the provider
 * @param version of the API that is asked for
 */
record FreeAgentCalls(
    BindingCalls wire,
    URI base,
    String company,
    @Nullable VatPlace place,
    CompanyWrites writes,
    FreeAgentApiVersion version) {
  static final String PROVIDER = "FreeAgent";

  /** A draft's fields, its references made URLs of this environment. */
  DraftFields fields() {
    return new DraftFields((Draft draft) -> FreeAgentJson.fields(draft, base));
  }

  /** A list that is not paged. */
  <T> List<T> array(String path, String envelope, Class<T> itemType) {
    return array(ApiRequest.get(path).build(), envelope, itemType);
  }

  /** The whole list that {@code request} answers. */
  <T> List<T> array(ApiRequest request, String envelope, Class<T> itemType) {
    return wire.send(
        request,
        body -> {
          JsonNode items = FreeAgentJson.WIRE.tree(body).path(envelope);
          if (!items.isArray()) {
            throw MismatchedInputException.from(null, itemType, "no " + envelope);
          }
          List<T> read = new ArrayList<>();
          items.forEach(item -> read.add(FreeAgentJson.WIRE.read(item, itemType)));
          return List.copyOf(read);
        });
  }

  FreeAgentCalls in(VatPlace newPlace) {
    return new FreeAgentCalls(wire, base, company, newPlace, writes, version);
  }
}
