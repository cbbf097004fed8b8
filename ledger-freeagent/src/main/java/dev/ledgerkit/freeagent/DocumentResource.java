package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.EmailDraft;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ListQuery;
import java.util.Base64;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;

/** What invoices and credit notes do alike. */
class DocumentResource<T, Q extends ListQuery, D extends Draft> extends Resource<T, Q, D>
    implements Documents<T, Q, D> {
  private final String envelope;

  DocumentResource(FreeAgentCalls calls, ResourceSpec<T> spec, NaturalKey<T, D> naturalKey) {
    super(calls, spec, naturalKey);
    this.envelope = spec.envelope();
  }

  @Override
  public final T markAsSent(Ref<T> ref) {
    return transition(ref, "mark_as_sent");
  }

  @Override
  public final T markAsDraft(Ref<T> ref) {
    return transition(ref, "mark_as_draft");
  }

  @Override
  public final void sendEmail(Ref<T> ref, EmailDraft email) {
    ObjectNode content = FreeAgentJson.WIRE.object();
    content.set("email", FreeAgentJson.fields(email, calls().base()));
    calls()
        .wire()
        .send(
            ApiRequest.post(pathOf(ref) + "/send_email", FreeAgentJson.enveloped(envelope, content))
                .lookup("the e-mails sent for " + ref)
                .build());
  }

  @Override
  public final byte[] pdf(Ref<T> ref) {
    return calls()
        .wire()
        .send(
            ApiRequest.get(pathOf(ref) + "/pdf").build(),
            body -> {
              String content =
                  FreeAgentJson.WIRE.tree(body).path("pdf").path("content").asString("");
              try {
                return Base64.getMimeDecoder().decode(content); // broken into lines, RFC 2045
              } catch (IllegalArgumentException e) {
                throw MismatchedInputException.from(null, byte[].class, "not Base64");
              }
            });
  }
}
