package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.Paged;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.type.TypeBindings;

/**
 * Calls every method of every resource of a client with full arguments, and keeps what the server
 * was asked: what the client can do is found out, not written down.
 */
final class DrivenClient {
  private final MockWebServer server;
  private final List<Sent> sent = new ArrayList<>();

  private DrivenClient(MockWebServer server) {
    this.server = server;
  }

  static List<Sent> drive(SageClient sage, MockWebServer server) throws Exception {
    server.setDispatcher(new EmptyRecords());
    DrivenClient driven = new DrivenClient(server);
    driven.group(sage, SageClient.class);
    return driven.sent;
  }

  private void group(Object group, Class<?> type) throws Exception {
    for (Method accessor : type.getDeclaredMethods()) {
      Class<?> answered = accessor.getReturnType();
      boolean leads =
          Modifier.isPublic(accessor.getModifiers())
              && accessor.getParameterCount() == 0
              && answered.getPackage() == SageClient.class.getPackage();
      if (leads && answered.isInterface()) {
        resource(
            accessor.invoke(group), Samples.TYPES.constructType(accessor.getGenericReturnType()));
      } else if (leads) {
        group(accessor.invoke(group), answered);
      }
    }
  }

  private void resource(Object resource, JavaType type) throws Exception {
    for (Method method : type.getRawClass().getMethods()) {
      if (method.getReturnType() != SageStream.class) {
        call(resource, type, method);
      }
    }
  }

  private void call(Object resource, JavaType type, Method method) throws Exception {
    TypeBindings bindings = type.findSuperType(method.getDeclaringClass()).getBindings();
    Object[] arguments =
        Arrays.stream(method.getGenericParameterTypes())
            .map(parameter -> Samples.of(Samples.TYPES.resolveMemberType(parameter, bindings)))
            .toArray();
    JavaType answer = Samples.TYPES.resolveMemberType(method.getGenericReturnType(), bindings);
    if (method.invoke(resource, arguments) instanceof Paged<?> list) {
      list.first();
      answer = answer.containedType(0);
    }
    RecordedRequest seen = server.takeRequest(5, TimeUnit.SECONDS);
    if (seen == null) {
      throw new AssertionError(method + " sent nothing");
    }
    Set<String> query = new TreeSet<>(seen.getUrl().queryParameterNames());
    byte[] body = seen.getBody() == null ? new byte[0] : seen.getBody().toByteArray();
    JsonNode json = body.length == 0 ? MissingNode.getInstance() : SageJson.tree(body);
    String path =
        seen.getUrl()
            .encodedPath()
            .substring("/v3.1".length())
            .replace("/" + Samples.KEY, "/{key}");
    sent.add(new Sent(seen.getMethod(), path, query, json, answer, type));
  }

  /**
   * An object without fields is a record as well as a list. Closed at once, a connection does not
   * wait for acknowledgements.
   */
  private static final class EmptyRecords extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      boolean pdf = "application/pdf".equals(request.getHeaders().get("Accept"));
      return new MockResponse.Builder()
          .body(pdf ? "%PDF-1.4" : "{}")
          .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
          .build();
    }
  }
}
