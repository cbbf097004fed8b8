package dev.ledgerkit.testkit.freeagent;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the simulated FreeAgent who knows HTTP and nothing else. */
final class RawCaller {
  static final String CALLBACK = "http://localhost:9999/callback";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final FreeAgentSimulator freeAgent;
  private final OkHttpClient http = new OkHttpClient();
  private final Map<String, String> headers = new LinkedHashMap<>();
  String refreshToken = "";

  RawCaller(FreeAgentSimulator freeAgent) {
    this.freeAgent = freeAgent;
  }

  /** An answer, and a look into it. */
  record Answer(int status, String text, String link, String total, String retryAfter) {
    String at(String pointer) {
      return json().at(pointer).asString("");
    }

    JsonNode json() {
      return MAPPER.readTree(text);
    }
  }

  /** What every call says from here on. */
  RawCaller saying(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** The code of a consent that was approved. */
  String code() {
    HttpUrl consent =
        HttpUrl.get(freeAgent.authorizeUri().toString())
            .newBuilder()
            .addQueryParameter("response_type", "code")
            .addQueryParameter("client_id", freeAgent.clientId())
            .addQueryParameter("redirect_uri", CALLBACK)
            .build();
    return String.valueOf(
        HttpUrl.get(freeAgent.approve(consent.uri()).toString()).queryParameter("code"));
  }

  Answer exchange(String code) throws IOException {
    return token(
        new FormBody.Builder()
            .add("grant_type", "authorization_code")
            .add("code", code)
            .add("redirect_uri", CALLBACK)
            .build());
  }

  Answer refresh(String token) throws IOException {
    return token(
        new FormBody.Builder()
            .add("grant_type", "refresh_token")
            .add("refresh_token", token)
            .build());
  }

  private Answer token(FormBody form) throws IOException {
    Answer tokens =
        call(
            new Request.Builder()
                .url(freeAgent.tokenUri().toString())
                .header(
                    "Authorization",
                    Credentials.basic(freeAgent.clientId(), freeAgent.clientSecret().reveal()))
                .post(form)
                .build());
    if (tokens.status() == 200) {
      saying("Authorization", "Bearer " + tokens.at("/access_token"));
      refreshToken = tokens.at("/refresh_token");
    }
    return tokens;
  }

  RawCaller connect() throws IOException {
    exchange(code());
    return this;
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "");
  }

  Answer send(String method, String path, String json) throws IOException {
    RequestBody body =
        method.equals("GET") || method.equals("DELETE")
            ? null
            : RequestBody.create(json, MediaType.get("application/json"));
    Request.Builder request =
        new Request.Builder()
            .url(path.startsWith("http") ? path : freeAgent.apiBase() + path)
            .method(method, body);
    headers.forEach(request::header);
    return call(request.build());
  }

  private Answer call(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(
          response.code(),
          response.body().string(),
          String.valueOf(response.header("Link")),
          String.valueOf(response.header("X-Total-Count")),
          String.valueOf(response.header("Retry-After")));
    }
  }
}
