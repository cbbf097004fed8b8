package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ledgerkit.sage.draft.SageDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Sage's published payloads, which lie beside the project where they lie at all. */
final class SharedExamples {
  private static final Path FOLDER = Path.of("shared", "providers", "sage");

  private SharedExamples() {}

  /** Skips the test if there are none. */
  static byte[] bytes(String name) {
    Path folder = find();
    assumeTrue(
        folder != null,
        "No folder '" + FOLDER + "' in or above the project; its examples are not read");
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String name) {
    return SageJson.tree(bytes(name));
  }

  /** The body of a create without a key. */
  static byte[] createBody(String envelope, SageDraft draft) {
    return WriteBody.create(envelope, draft, null);
  }

  static void assertEquals(String example, byte[] body) {
    assertThat(Canonical.written(SageJson.tree(body))).isEqualTo(Canonical.written(json(example)));
  }

  private static Path find() {
    String given = System.getProperty("ledger.shared");
    if (given != null) {
      return Path.of(given).resolve(FOLDER.subpath(1, 3));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(FOLDER))) {
        return at.resolve(FOLDER);
      }
    }
    return null;
  }
}
