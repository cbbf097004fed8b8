package dev.ledgerkit.testkit.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what the simulator issues as secrets, in the clear or as hexadecimal. */
final class Leaks {
  private static final Pattern SECRET =
      Pattern.compile("sim-(at|rt|secret|code)-|73696d2d(6174|7274|736563726574|636f6465)2d");

  private static final int MOST_TRIES = 50;

  private Leaks() {}

  static boolean in(String text) {
    return SECRET.matcher(text).find();
  }

  /** One character for each byte, whatever it is. */
  static String characters(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * The files below {@code directory} that hold one. Nodes that still run replace files meanwhile;
   * a file that is gone before it was read is another's new text, so all are read again.
   */
  static List<Path> below(Path directory) {
    for (int tries = 1; ; tries++) {
      try (Stream<Path> files = Files.walk(directory)) {
        return files.filter(Files::isRegularFile).filter(Leaks::inFile).toList();
      } catch (IOException | UncheckedIOException e) {
        boolean gone =
            e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
        if (!gone || tries == MOST_TRIES) {
          throw new IllegalStateException("not all files below " + directory + " were read", e);
        }
      }
    }
  }

  private static boolean inFile(Path file) {
    try {
      return in(characters(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
