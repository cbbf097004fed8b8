package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.UserDraft;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.query.UserQuery;

/** Users, and the one whose token it is. */
final class UserResource extends Resource<User, UserQuery, UserDraft> implements Users {
  UserResource(FreeAgentCalls calls) {
    super(calls, ResourceSpec.of("users", "user", User.class));
  }

  @Override
  public User me() {
    return read(ApiRequest.get(path() + "/me"));
  }

  @Override
  public User updateMe(UserDraft changes, String... cleared) {
    return update(User.ref("me"), changes, cleared);
  }
}
