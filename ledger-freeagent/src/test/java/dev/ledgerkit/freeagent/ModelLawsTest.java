package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.WireJson;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.ContactLink;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.Ref;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Laws of every model: nothing is lost in reading, and nothing untidy makes it fail. */
class ModelLawsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int ROUNDS = 60;
  private static final int DEEPEST = 2;
  private static final String[] TEXTS = {
    "text", " blank ends ", "café €5 \uD83D\uDE00", "\"quoted\" \\ / \n\t", "17", "NEXT_FULL_MOON"
  };

  /** What comes in the place of a declared type. */
  private static final Map<Class<?>, List<String>> ODD =
      Map.of(
          String.class, List.of("null", "\"\"", "17", "17.50", "true"),
          LocalDate.class, List.of("null", "\"\"", "\" \"", "\"2024-01-31T00:00:00Z\""),
          Instant.class, List.of("null", "\"\"", "\"2024-01-31T10:00:00+01:00\""),
          BigDecimal.class, List.of("null", "\"\"", "\"12.30\"", "12.30", "0", "\"-0.0\""),
          Integer.class, List.of("null", "\"\"", "\"7\"", "7", "7.0", "\"7.0\""),
          Boolean.class, List.of("null", "\"\"", "\"true\"", "\"false\""),
          List.class, List.of("null", "[]", "[null]"));

  /** The records that keep what they do not know. */
  static List<Class<?>> models() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Invoice.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files =
        Files.list(classes.resolve(Invoice.class.getPackageName().replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .sorted()
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .filter(ModelLawsTest::isModel)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(Invoice.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("It was just listed", e);
    }
  }

  private static boolean isModel(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(part -> part.getName().equals("extra"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void anyAnswer_readAndWritten_losesNothing(Class<?> model) {
    Random random = new Random(model.getName().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      ObjectNode answer = answer(model, random, 0);
      Object read = FreeAgentJson.WIRE.read(FreeAgentJson.WIRE.write(answer), model);
      JsonNode written = FreeAgentJson.WIRE.tree(FreeAgentJson.WIRE.write(read));

      assertThat(Canonical.of(written)).isEqualTo(Canonical.of(answer));
      assertThat(FreeAgentJson.WIRE.read(FreeAgentJson.WIRE.write(read), model)).isEqualTo(read);
      assertThat(extra(read)).isEqualTo(unknown(answer));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void field_sentOtherwiseThanDeclared_isRead(Class<?> model) {
    for (RecordComponent part : model.getRecordComponents()) {
      List<String> odd =
          ODD.getOrDefault(
              part.getType(), isModel(part.getType()) ? List.of("null", "{}") : List.of("null"));
      for (String value : part.getName().equals("extra") ? List.<String>of() : odd) {
        String answer = "{\"later\":\"kept\",\"%s\":%s}".formatted(wireName(part), value);
        assertThatCode(
                () ->
                    assertThat(
                            extra(
                                FreeAgentJson.WIRE.read(
                                    answer.getBytes(StandardCharsets.UTF_8), model)))
                        .containsOnly("later"))
            .as("%s: %s", part, value)
            .doesNotThrowAnyException();
      }
    }
  }

  /** A record of a model; fields are missing now and then, and unknown ones come along. */
  private static ObjectNode answer(Class<?> model, Random random, int depth) {
    ObjectNode answer = JSON.objectNode();
    for (RecordComponent part : model.getRecordComponents()) {
      if (!part.getName().equals("extra") && random.nextInt(8) > 0) {
        answer.set(wireName(part), value(part.getGenericType(), random, depth));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      answer.set("unknown_" + i, JSON.stringNode(text(random)));
    }
    return answer;
  }

  private static JsonNode value(Type type, Random random, int depth) {
    if (random.nextInt(10) == 0) {
      return JSON.nullNode();
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType().equals(List.class)
          ? list(generic.getActualTypeArguments()[0], random, depth)
          : reference(random);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == ContactLink.class) {
      return depth == DEEPEST || random.nextBoolean()
          ? reference(random)
          : answer(Contact.class, random, DEEPEST).put("url", reference(random).asString());
    }
    if (isModel(raw)) {
      return depth == DEEPEST ? JSON.nullNode() : answer(raw, random, depth + 1);
    }
    return scalar(raw, random);
  }

  private static JsonNode scalar(Class<?> raw, Random random) {
    if (raw == BigDecimal.class) {
      return textOrNumber(decimal(random), random);
    }
    if (raw == Integer.class || raw == Long.class) {
      return textOrNumber(BigDecimal.valueOf(random.nextInt(1_000_000)), random);
    }
    if (raw == Boolean.class) {
      return JSON.booleanNode(random.nextBoolean());
    }
    if (raw == LocalDate.class) {
      return JSON.stringNode(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000)).toString());
    }
    if (raw == Instant.class) {
      return JSON.stringNode(Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)).toString());
    }
    return raw == Ref.class ? reference(random) : JSON.stringNode(text(random));
  }

  private static ArrayNode list(Type item, Random random, int depth) {
    ArrayNode items = JSON.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      JsonNode value = value(item, random, depth);
      if (!value.isNull()) {
        items.add(value);
      }
    }
    return items;
  }

  private static JsonNode reference(Random random) {
    return JSON.stringNode("https://api.freeagent.com/v2/records/" + random.nextInt(1_000));
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private static JsonNode textOrNumber(BigDecimal value, Random random) {
    return random.nextInt(4) == 0 ? JSON.numberNode(value) : JSON.stringNode(value.toPlainString());
  }

  /** Up to 27 digits, trailing zeros among them. */
  private static BigDecimal decimal(Random random) {
    BigDecimal value =
        new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(6) + 1);
    return random.nextBoolean() ? value : value.negate();
  }

  private static String wireName(RecordComponent part) {
    JsonProperty named = part.getAccessor().getAnnotation(JsonProperty.class);
    return named == null || named.value().isEmpty()
        ? WireJson.wireName(part.getName())
        : named.value();
  }

  private static Set<String> unknown(ObjectNode answer) {
    return answer.propertyNames().stream()
        .filter(name -> name.startsWith("unknown_"))
        .collect(Collectors.toSet());
  }

  private static Set<String> extra(Object read) {
    try {
      return ((Map<?, ?>) read.getClass().getMethod("extra").invoke(read))
          .keySet().stream().map(Object::toString).collect(Collectors.toSet());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Every model keeps what it does not know", e);
    }
  }
}
