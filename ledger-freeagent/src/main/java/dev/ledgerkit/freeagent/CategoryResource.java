package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.CategoryDraft;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.CategoryTree;
import dev.ledgerkit.freeagent.model.Ref;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/** Categories: one answer for all, and a single one under the name of its group. */
final class CategoryResource implements Categories {
  private static final String COLLECTION = "categories";
  private static final String ENVELOPE = "category";

  private final FreeAgentCalls calls;

  CategoryResource(FreeAgentCalls calls) {
    this.calls = calls;
  }

  @Override
  public CategoryTree tree() {
    return tree(ApiRequest.get("/" + COLLECTION));
  }

  @Override
  public CategoryTree treeWithSubAccounts() {
    return tree(ApiRequest.get("/" + COLLECTION).query("sub_accounts", true));
  }

  @Override
  public Category get(Ref<Category> ref) {
    return read(ApiRequest.get(pathOf(ref)));
  }

  @Override
  public Category create(CategoryDraft draft) {
    byte[] body = FreeAgentJson.enveloped(ENVELOPE, calls.fields().create(ENVELOPE, draft));
    return read(ApiRequest.post("/" + COLLECTION, body).lookup(draft.lookup()));
  }

  @Override
  public Category update(Ref<Category> ref, CategoryDraft changes, String... cleared) {
    byte[] body =
        FreeAgentJson.enveloped(ENVELOPE, calls.fields().update(ENVELOPE, changes, cleared));
    return read(ApiRequest.put(pathOf(ref), body));
  }

  @Override
  public Category delete(Ref<Category> ref) {
    return read(ApiRequest.delete(pathOf(ref)));
  }

  private CategoryTree tree(ApiRequest.Builder request) {
    return calls
        .wire()
        .send(request.build(), body -> FreeAgentJson.WIRE.read(body, CategoryTree.class));
  }

  private Category read(ApiRequest.Builder request) {
    return calls.wire().send(request.build(), CategoryResource::single);
  }

  static Category single(byte[] body) {
    for (JsonNode group : FreeAgentJson.WIRE.tree(body)) {
      if (group.isObject()) {
        return FreeAgentJson.WIRE.read(group, Category.class);
      }
    }
    throw MismatchedInputException.from(null, Category.class, "no category");
  }

  private String pathOf(Ref<Category> ref) {
    return ref.pathIn(calls.base(), COLLECTION);
  }
}
