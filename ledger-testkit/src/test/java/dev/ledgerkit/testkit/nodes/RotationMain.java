package dev.ledgerkit.testkit.nodes;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.crypto.KeyRotation;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.crypto.RotationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** One pass of a key rotation, as fast as it goes, in a process with little memory. */
final class RotationMain {
  private static final String HEAP = "-Xmx64m";
  static final int AS_FAST_AS_IT_GOES = 1_000_000;

  private RotationMain() {}

  /** The URL of the database, the file of the master keys, and how many records a second. */
  public static void main(String[] args) {
    JdbcConnectionPool pool = SealedTable.pool(args[0]);
    MasterKeys keys = MasterKeys.fromFile(Path.of(args[1]));
    RotationReport report =
        new KeyRotation(
                SealedTable.vault(pool, keys), Integer.parseInt(args[2]), LedgerClock.system())
            .run();
    System.out.println(said(report.resealed(), report.complete() && report.unreadable() == 0));
    Runtime.getRuntime().halt(0);
  }

  /** What a pass says when it is over. */
  static String said(long resealed, boolean good) {
    return "resealed " + resealed + (good ? ", all good" : ", not all");
  }

  /** Starts one; what it says goes to {@code out}. */
  static Process start(String url, Path keys, int recordsPerSecond, Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RotationMain.class.getName(), url, keys.toString()));
    command.add(Integer.toString(recordsPerSecond));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(out.toFile())
        .start();
  }
}
