package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.freeagent.books.Books;
import dev.ledgerkit.testkit.freeagent.books.Company;
import dev.ledgerkit.testkit.freeagent.books.Practice;
import dev.ledgerkit.testkit.oauth.Callbacks;
import dev.ledgerkit.testkit.oauth.Grants;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The page that asks a user to approve an application, and what they answer. */
final class ApprovalEndpoint {
  static final String PATH = "/v2/approve_app";
  static final String DECISION = "/v2/approve_app/decision";

  /** What the page offers for the practice. */
  static final String PRACTICE = "practice:";

  private final FreeAgentSettings settings;
  private final Grants<Reach> grants;
  private final Books books;
  private final Map<String, Approval> open = new ConcurrentHashMap<>();

  private record Approval(String redirectUri, Optional<String> state) {}

  ApprovalEndpoint(FreeAgentSettings settings, Grants<Reach> grants, Books books) {
    this.settings = settings;
    this.grants = grants;
    this.books = books;
  }

  WireReply page(WireRequest request) {
    String redirectUri = request.query("redirect_uri").orElse("");
    // Never redirect to an address nobody registered (RFC 6749, section 4.1.2.1).
    if (!request.query("client_id").orElse("").equals(settings.clientId)) {
      return ApprovalPage.refusal("Unknown client_id.");
    }
    if (!settings.callbacks.allows(redirectUri)) {
      return ApprovalPage.refusal(settings.callbacks.refusal(redirectUri));
    }
    Optional<String> state = request.query("state");
    if (!request.query("response_type").orElse("").equals("code")) {
      return error(redirectUri, state, "unsupported_response_type");
    }
    // Scopes and PKCE are not known here, and not looked at.
    String id = UUID.randomUUID().toString();
    open.put(id, new Approval(redirectUri, state));
    return ApprovalPage.ask(id, choices());
  }

  private List<String> choices() {
    List<String> users =
        books.companies().stream()
            .flatMap(
                company ->
                    company.profile().users().stream()
                        .map(user -> company.profile().subdomain() + ":" + user.email()))
            .toList();
    return settings.practice.isEmpty()
        ? users
        : Stream.concat(users.stream(), Stream.of(PRACTICE)).toList();
  }

  WireReply decision(WireRequest request) {
    Map<String, String> form = request.form();
    Approval approval = open.remove(form.getOrDefault("consent", ""));
    if (approval == null) {
      return ApprovalPage.refusal("This page was answered already.");
    }
    Optional<Reach> reach = reach(form.getOrDefault("choice", ""));
    if (!form.getOrDefault("decision", "").equals("allow") || reach.isEmpty()) {
      return error(approval.redirectUri(), approval.state(), "access_denied");
    }
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put(
        "code",
        grants.issueCode(reach.get(), Optional.of(approval.redirectUri()), Optional.empty(), ""));
    approval.state().ifPresent(state -> answer.put("state", state));
    return Callbacks.redirect(approval.redirectUri(), answer);
  }

  /** Blank is the first company's owner; a subdomain alone is that company's owner. */
  private Optional<Reach> reach(String choice) {
    if (choice.equals(PRACTICE)) {
      return Optional.of(new Reach("", Practice.MANAGER)).filter(r -> !settings.practice.isEmpty());
    }
    String[] part = choice.split(":", 2);
    Optional<Company> company =
        part[0].isEmpty() ? books.companies().stream().findFirst() : books.company(part[0]);
    return company.flatMap(
        chosen -> {
          List<String> emails = chosen.profile().users().stream().map(u -> u.email()).toList();
          int user = part.length < 2 ? 0 : emails.indexOf(part[1]);
          return user < 0
              ? Optional.empty()
              : Optional.of(new Reach(chosen.profile().subdomain(), chosen.users().get(user)));
        });
  }

  private static WireReply error(String redirectUri, Optional<String> state, String error) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", error);
    state.ifPresent(value -> answer.put("state", value));
    return Callbacks.redirect(redirectUri, answer);
  }
}
