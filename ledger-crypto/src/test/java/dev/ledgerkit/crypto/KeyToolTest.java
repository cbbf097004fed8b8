package dev.ledgerkit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ledgerkit.core.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyToolTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void create_makesAFileForItsOwnerOnly_andPrintsTheId() throws Exception {
    Path file = directory.resolve("keys.json");

    assertThat(run("create", file)).isZero();

    MasterKeys keys = MasterKeys.fromFile(file);
    assertThat(output()).isEqualToIgnoringNewLines(keys.primaryKeyId() + " ENABLED primary");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void create_overAFile_isRefusedAndLeavesIt() throws Exception {
    Path file = directory.resolve("keys.json");
    run("create", file);
    String before = Files.readString(file);

    assertThat(run("create", file)).isEqualTo(1);

    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(output()).contains("exists");
  }

  @Test
  void addPromoteRemove_goThroughARotation() throws Exception {
    Path file = directory.resolve("keys.json");
    run("create", file);
    MasterKeys keys = MasterKeys.fromFile(file);
    long old = keys.primaryKeyId();

    assertThat(run("add", file)).isZero();
    keys.reload();
    assertThat(keys.primaryKeyId()).isEqualTo(old);
    assertThat(keys.keyIds()).hasSize(2);
    long fresh = keys.keyIds().stream().filter(id -> id != old).findFirst().orElseThrow();

    assertThat(run("remove", file, Long.toString(old))).as("the primary stays").isEqualTo(1);
    assertThat(output()).contains("is the primary; promote another first");
    assertThat(run("promote", file, Long.toString(fresh))).isZero();
    keys.reload();
    assertThat(keys.primaryKeyId()).isEqualTo(fresh);

    assertThat(run("remove", file, Long.toString(old))).isZero();
    keys.reload();
    assertThat(keys.keyIds()).containsExactly(fresh);
    assertThat(directory.toFile().list()).containsExactly("keys.json");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void rotate_addsAndPromotes() {
    Path file = directory.resolve("keys.json");
    run("create", file);
    MasterKeys keys = MasterKeys.fromFile(file);
    long old = keys.primaryKeyId();

    assertThat(run("rotate", file)).isZero();

    keys.reload();
    assertThat(keys.keyIds()).hasSize(2).contains(old);
    assertThat(keys.primaryKeyId()).isNotEqualTo(old);
  }

  @Test
  void anything_neverPrintsAKey() throws Exception {
    Path file = directory.resolve("keys.json");
    run("create", file);
    run("add", file);
    run("rotate", file);
    run("list", file);
    run("remove", file, "1");
    run("remove", file, "x");
    run("create", file);
    run("what", file);

    Matcher material = Pattern.compile("\"value\":\"([^\"]+)\"").matcher(Files.readString(file));
    int found = 0;
    while (material.find()) {
      found++;
      assertThat(output()).doesNotContain(material.group(1));
    }
    assertThat(found).isEqualTo(3);
    assertThat(output()).doesNotContain("keyData").contains("'x' is not a key id", "no key 1");
  }

  @Test
  void change_whileAnotherIsUnderWay_isRefused() throws Exception {
    Path file = directory.resolve("keys.json");
    run("create", file);
    Path other = directory.resolve("keys.json.new");
    Files.createFile(other);

    assertThat(run("rotate", file)).isEqualTo(1);

    assertThat(output()).contains("keys.json.new exists");
    assertThat(other).exists();
    assertThat(MasterKeys.fromFile(file).keyIds()).hasSize(1);
  }

  @Test
  void change_thatFails_leavesTheFileAndNothingElse() throws Exception {
    Path file = directory.resolve("keys.json");
    run("create", file);
    String before = Files.readString(file);

    assertThatThrownBy(
            () ->
                KeysetFile.change(
                    file,
                    text -> {
                      throw new ConfigurationException("no");
                    }))
        .hasMessage("no");

    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(directory.toFile().list()).containsExactly("keys.json");
  }

  @Test
  void unknownCommand_printsTheUsage() {
    assertThat(KeyTool.run(List.of(), stream(), stream())).isEqualTo(2);
    assertThat(KeyTool.run(List.of("create"), stream(), stream())).isEqualTo(2);
    assertThat(KeyTool.run(List.of("burn", "x"), stream(), stream())).isEqualTo(2);
    assertThat(output()).contains("usage: KeyTool create FILE");
  }

  private int run(String command, Path file, String... rest) {
    List<String> arguments = new java.util.ArrayList<>(List.of(command, file.toString()));
    arguments.addAll(List.of(rest));
    return KeyTool.run(arguments, stream(), stream());
  }

  private PrintStream stream() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
