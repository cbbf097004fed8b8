package dev.ledgerkit.crypto;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Makes and changes the key file that {@link MasterKeys#fromFile} reads, from a command line.
 *
 * <pre>
 * java -p LIBRARIES -m dev.ledgerkit.crypto/dev.ledgerkit.crypto.KeyTool COMMAND FILE [KEY]
 * java -cp 'LIBRARIES/*' dev.ledgerkit.crypto.KeyTool COMMAND FILE [KEY]
 *
 * create  FILE      a new keyset of one key; an existing file is refused
 * list    FILE      the ids of its keys
 * add     FILE      a new key that opens but does not seal yet
 * promote FILE KEY  KEY seals from now on
 * rotate  FILE      add and promote in one, for a single node
 * remove  FILE KEY  takes KEY out; what is still sealed under it is lost
 * </pre>
 *
 * <p>Prints key ids and never a key. The file is readable by its owner only, replaced in one step,
 * and durable when the command returns. Has no state, so it is safe for use by many threads.
 *
 * @since 0.1
 */
public final class KeyTool {
  private static final String USAGE =
      """
      usage: KeyTool create FILE        a new keyset of one key
             KeyTool list FILE          the ids of its keys
             KeyTool add FILE           a new key that opens but does not seal yet
             KeyTool promote FILE KEY   KEY seals from now on
             KeyTool rotate FILE        add and promote in one, for a single node
             KeyTool remove FILE KEY    takes KEY out; what is still sealed under it is lost
      """;

  private KeyTool() {}

  /** Runs one command; exits with 0, with 1 if it was refused, or with 2 if it is none. */
  public static void main(String... arguments) {
    int status = run(List.of(arguments), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** As {@link #main}, printing where it is told to and returning the exit status. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    boolean takesKey = command.equals("promote") || command.equals("remove");
    if (arguments.size() != (takesKey ? 3 : 2)) {
      err.print(USAGE);
      return 2;
    }
    try {
      Path file = Path.of(arguments.get(1));
      switch (command) {
        case "create" -> KeysetFile.create(file, MasterKeys.generate().cleartext());
        case "list" -> {}
        case "add" -> change(file, ring -> new KeysetChange(ring).add());
        case "rotate" -> change(file, ring -> new KeysetChange(ring).add().promoteLast());
        case "promote" -> {
          int key = keyId(arguments.get(2));
          change(file, ring -> new KeysetChange(ring).promote(ring, key));
        }
        case "remove" -> {
          int key = keyId(arguments.get(2));
          change(file, ring -> new KeysetChange(ring).remove(ring, key));
        }
        default -> {
          err.print(USAGE);
          return 2;
        }
      }
      list(file, out);
      return 0;
    } catch (LedgerException | InvalidPathException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void change(Path file, Function<Keyring, KeysetChange> change) {
    KeysetFile.change(
        file, text -> change.apply(KeysetText.parse(text, KeysetFile.name(file))).text());
  }

  private static void list(Path file, PrintStream out) {
    Keyring ring = KeysetText.parse(KeysetFile.read(file), KeysetFile.name(file));
    ring.statuses().keySet().stream()
        .sorted(Integer::compareUnsigned)
        .forEach(
            id ->
                out.printf(
                    "%s %s%s%n",
                    Keyring.name(id),
                    ring.statuses().get(id),
                    id == ring.primary() ? " primary" : ""));
  }

  private static int keyId(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new ConfigurationException("'%s' is not a key id; list shows them.".formatted(text), e);
    }
  }
}
