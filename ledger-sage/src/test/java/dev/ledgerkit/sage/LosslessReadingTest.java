package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever Sage answers, what is read and written again has lost nothing. */
class LosslessReadingTest extends WireTest {
  private static final int ROUNDS = 100;

  @Test
  void answer_ofAnyModel_readAndWrittenLosesNothing() throws Exception {
    JsonNode models = AnsweredModels.fields();
    Map<String, Class<?>> types = AnsweredModels.of(sage, server);
    assertThat(types).hasSizeGreaterThan(20);

    types.forEach(
        (model, type) -> {
          AnswerGenerator answers = new AnswerGenerator(models, new Random(model.hashCode()));
          for (int round = 0; round < ROUNDS; round++) {
            ObjectNode answer = answers.answer(model);
            Object read = SageJson.read(SageJson.write(answer), type);
            JsonNode written = SageJson.tree(SageJson.write(read));

            assertThat(Canonical.read(written)).as(model).isEqualTo(Canonical.read(answer));
            assertThat(SageJson.read(SageJson.write(read), type)).as(model).isEqualTo(read);
            assertThat(AnsweredModels.extra(read)).as(model).isEqualTo(unknown(answer));
          }
        });
  }

  private static Set<String> unknown(ObjectNode answer) {
    return answer.propertyNames().stream()
        .filter(name -> name.startsWith("unknown_"))
        .collect(Collectors.toSet());
  }
}
