package dev.ledgerkit.testkit.sage;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client that knows nothing of Ledger: what an independent observer would use. */
final class Client {
  static final String CALLBACK = "http://localhost:9999/callback";
  static final String STATE = "state with space";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final MediaType JSON = MediaType.get("application/json");

  final OkHttpClient http =
      new OkHttpClient.Builder()
          .retryOnConnectionFailure(false)
          .readTimeout(Duration.ofSeconds(5))
          .build();
  private final SageSimulator sage;
  String access = "none";
  String refresh = "none";
  String business = "";

  Client(SageSimulator sage) {
    this.sage = sage;
  }

  /** A client that has been through consent and exchange. */
  static Client connected(SageSimulator sage) throws IOException {
    Client client = new Client(sage);
    client.adopt(client.exchange(client.codeOf(sage.approve(client.consentUrl(Map.of())))));
    client.business = sage.businessIds().get(0);
    return client;
  }

  record Answer(int status, Headers headers, String text) {
    JsonNode json() {
      return MAPPER.readTree(text);
    }

    String at(String pointer) {
      return json().at(pointer).asString("");
    }
  }

  URI consentUrl(Map<String, String> changes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", sage.clientId());
    query.put("redirect_uri", CALLBACK);
    query.put("scope", "full_access");
    query.put("state", STATE);
    query.put("filter", "apiv3.1");
    query.putAll(changes);
    okhttp3.HttpUrl.Builder url = okhttp3.HttpUrl.get(sage.authorizeUri().toString()).newBuilder();
    query.forEach(url::addQueryParameter);
    return url.build().uri();
  }

  static Map<String, String> queryOf(URI callback) {
    Map<String, String> query = new LinkedHashMap<>();
    okhttp3.HttpUrl url = okhttp3.HttpUrl.get(callback.toString());
    for (int i = 0; i < url.querySize(); i++) {
      query.put(url.queryParameterName(i), String.valueOf(url.queryParameterValue(i)));
    }
    return query;
  }

  String codeOf(URI callback) {
    return queryOf(callback).getOrDefault("code", "");
  }

  Answer exchange(String code) throws IOException {
    return token(
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
  }

  Answer refresh() throws IOException {
    return refresh(refresh);
  }

  Answer refresh(String token) throws IOException {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  Answer token(Map<String, String> fields) throws IOException {
    return form(sage.tokenUri(), fields);
  }

  Answer form(URI uri, Map<String, String> fields) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("client_id", sage.clientId());
    all.put("client_secret", sage.clientSecret().reveal());
    all.putAll(fields);
    FormBody.Builder form = new FormBody.Builder();
    all.forEach(form::add);
    return call(new Request.Builder().url(uri.toString()).post(form.build()).build());
  }

  void adopt(Answer tokens) {
    access = tokens.at("/access_token");
    refresh = tokens.at("/refresh_token");
  }

  Answer get(String path) throws IOException {
    return call(api(path).build());
  }

  Answer post(String path, String json) throws IOException {
    return call(api(path).post(RequestBody.create(json, JSON)).build());
  }

  Answer put(String path, String json) throws IOException {
    return call(api(path).put(RequestBody.create(json, JSON)).build());
  }

  Answer delete(String path) throws IOException {
    return call(api(path).delete().build());
  }

  Request.Builder api(String path) {
    Request.Builder request =
        new Request.Builder()
            .url(sage.apiBase() + path)
            .header("Authorization", "Bearer " + access);
    return business.isEmpty() ? request : request.header("X-Business", business);
  }

  Answer call(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(response.code(), response.headers(), response.body().string());
    }
  }

  /** Creates and returns the id. */
  String create(String path, String json) throws IOException {
    Answer answer = post(path, json);
    if (answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer.at("/id");
  }

  String customer(String name) throws IOException {
    return create(
        "/contacts",
        "{\"contact\":{\"name\":\"" + name + "\",\"contact_type_ids\":[\"CUSTOMER\"]}}");
  }

  String line(String description, String more) {
    return "{\"description\":\""
        + description
        + "\",\"ledger_account_id\":\""
        + sage.ids("ledger_accounts").get(0)
        + "\",\"unit_price\":\"100.00\",\"quantity\":\"1\","
        + "\"tax_rate_id\":\"GB_STANDARD\",\"tax_amount\":\"20.00\""
        + more
        + "}";
  }

  String invoiceBody(String contact, String more, String... lines) {
    return "{\"sales_invoice\":{\"contact_id\":\""
        + contact
        + "\",\"date\":\"2026-01-05\""
        + more
        + ",\"invoice_lines\":["
        + String.join(",", lines)
        + "]}}";
  }

  /** An invoice over 100 net, 120 gross. */
  String invoice(String contact) throws IOException {
    return create("/sales_invoices", invoiceBody(contact, "", line("Consulting", "")));
  }

  String paymentBody(String contact, String total, String shares) {
    return "{\"contact_payment\":{\"transaction_type_id\":\"CUSTOMER_RECEIPT\",\"contact_id\":\""
        + contact
        + "\",\"bank_account_id\":\""
        + sage.ids("bank_accounts").get(0)
        + "\",\"date\":\"2026-01-06\",\"total_amount\":\""
        + total
        + "\",\"allocated_artefacts\":["
        + shares
        + "]}}";
  }

  static String share(String artefact, String amount) {
    return "{\"artefact_id\":\"" + artefact + "\",\"amount\":\"" + amount + "\"}";
  }
}
