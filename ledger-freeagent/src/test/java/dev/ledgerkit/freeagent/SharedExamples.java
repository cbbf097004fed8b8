package dev.ledgerkit.freeagent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * FreeAgent's published payloads and what was recorded, which lie beside the project where they lie
 * at all.
 */
final class SharedExamples {
  private static final Path FOLDER = Path.of("shared", "providers", "freeagent");

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
    return FreeAgentJson.WIRE.tree(bytes(name));
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
