package dev.ledgerkit.testkit.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gates that read sources: how long a file is, what core may say, what is documented. */
class SourceRulesTest {
  private static final int MOST_LINES = 500;

  /** The word alone or in camel case, so neither "message" nor "usage". */
  private static final Pattern PROVIDER_NAME =
      Pattern.compile(
          "(?<![A-Za-z])[Ss]age(?![a-z])|(?<=[a-z0-9])Sage(?![a-z])|(?<![A-Za-z])SAGE(?![A-Za-z])"
              + "|(?i:free[ _-]?agent)");

  private static final Pattern SYNCHRONIZED = Pattern.compile("\\bsynchronized\\b");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:abstract|final|sealed|non-sealed|strictfp) )*"
              + "(?:class|interface|record|enum|@interface) ");

  private static final Pattern DOCUMENTED_SINCE =
      Pattern.compile(
          "(?s)\\A.*?/\\*\\*(?:(?!\\*/).)*@since .*?\\*/.*?^public ", Pattern.MULTILINE);

  @Test
  void everyFile_staysWithinTheLongestWeRead() {
    List<Path> files = SourceTree.javaFiles(SourceTree.root());

    assertThat(files).isNotEmpty();
    assertThat(offenders(files, file -> SourceTree.text(file).lines().count() > MOST_LINES))
        .as("longer than %d lines: split by job", MOST_LINES)
        .isEmpty();
  }

  @Test
  void core_namesNoProvider_evenInAComment() {
    List<Path> core = SourceTree.javaFiles(SourceTree.root().resolve("ledger-core/src/main"));

    assertThat(core).isNotEmpty();
    assertThat(offenders(core, file -> PROVIDER_NAME.matcher(SourceTree.text(file)).find()))
        .as("core knows no provider; say what kind of provider instead")
        .isEmpty();
  }

  @Test
  void providerName_insideAnotherWord_isNotMistakenForOne() {
    assertThat(List.of("message", "usage", "MESSAGE_ID", "errorMessage", "passages", "free agency"))
        .noneMatch(word -> PROVIDER_NAME.matcher(word).find());
    assertThat(
            List.of("Sage", "dev.ledgerkit.sage", "SageClient", "isSage", "SAGE_UK", "FreeAgent"))
        .allMatch(word -> PROVIDER_NAME.matcher(word).find());
  }

  @Test
  void library_locksWithoutSynchronized() {
    assertThat(
            offenders(
                SourceTree.librarySources(),
                file -> SYNCHRONIZED.matcher(SourceTree.code(file)).find()))
        .as("a virtual thread that waits inside synchronized pins its carrier; use a Lock")
        .isEmpty();
  }

  @Test
  void publicType_saysWhatItIsAndSinceWhen() {
    assertThat(
            offenders(
                SourceTree.librarySources(),
                file ->
                    PUBLIC_TYPE.matcher(SourceTree.text(file)).find()
                        && !DOCUMENTED_SINCE.matcher(SourceTree.text(file)).find()))
        .as("a public type needs a doc comment with @since")
        .isEmpty();
  }

  private static List<String> offenders(List<Path> files, Predicate<Path> breaksTheRule) {
    Path root = SourceTree.root();
    return files.stream()
        .filter(breaksTheRule)
        .map(file -> root.relativize(file).toString())
        .toList();
  }
}
