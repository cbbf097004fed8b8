package dev.ledgerkit.testkit.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository as files, for the rules that bytecode cannot show. */
final class SourceTree {
  static final List<String> LIBRARY_MODULES =
      List.of(
          "ledger-core",
          "ledger-crypto",
          "ledger-sage",
          "ledger-freeagent",
          "ledger-replication",
          "ledger-connector",
          "ledger-testkit");

  private SourceTree() {}

  /** The directory that holds every module, wherever below it the test was started. */
  static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (directory != null && !Files.isDirectory(directory.resolve("ledger-core"))) {
      directory = directory.getParent();
    }
    if (directory == null) {
      throw new IllegalStateException("No ledger-core above " + Path.of("").toAbsolutePath());
    }
    return directory;
  }

  /** Every Java source below {@code directory} that somebody wrote; none if it does not exist. */
  static List<Path> javaFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !generated(directory.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The main sources of the modules that are published. */
  static List<Path> librarySources() {
    return LIBRARY_MODULES.stream()
        .flatMap(module -> javaFiles(root().resolve(module).resolve("src/main")).stream())
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code alone: comments and literals may name what the code must not do. */
  static String code(Path file) {
    return text(file)
        .replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"")
        .replaceAll("\"(?:\\\\.|[^\"\\\\\n])*+\"", "\"\"")
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("//[^\n]*", "");
  }

  private static boolean generated(Path relative) {
    for (Path part : relative) {
      if (part.toString().equals("target")) {
        return true;
      }
    }
    return false;
  }
}
