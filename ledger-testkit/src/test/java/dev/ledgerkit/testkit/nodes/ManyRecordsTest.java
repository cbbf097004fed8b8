package dev.ledgerkit.testkit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.crypto.KeyTool;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.crypto.VaultDoctor;
import dev.ledgerkit.crypto.VaultHealth;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vault of many merchants on PostgreSQL: who dies next is found at once, a key is changed under
 * all of them in little memory and through a kill, and what a load costs beside the bare row.
 *
 * <p>Longer by {@code -Dledger.records}. A million take some 10 GB of disk:
 *
 * <pre>
 * mvn test -Dquick -pl ledger-testkit -am -Dtest=ManyRecordsTest -Dsurefire.failIfNoSpecifiedTests=false
 *   -Dledger.records=1000000 -Djunit.jupiter.execution.timeout.default=2h
 * </pre>
 */
class ManyRecordsTest {
  private static final int A_FEW_SECONDS = 6;
  private static final int RECORDS = Integer.getInteger("ledger.records", 5_000);
  private static final int NEXT = Math.min(1_000, RECORDS / 50);
  private static final int KILLED = 137;
  private static final Duration A_PASS = Duration.ofHours(1);
  private static final int LOADS = Math.min(5_000, RECORDS);
  private static final int ROUNDS = 5;

  @TempDir static Path directory;
  private static Database database;
  private static String url;
  private static Path keyFile;
  private static MasterKeys keys;
  private static SealedTable table;

  @BeforeAll
  static void fill() throws Exception {
    database = new Database(directory.resolve("data"));
    url = database.create();
    keyFile = directory.resolve("keys.json");
    keyTool("create");
    keys = MasterKeys.fromFile(keyFile);
    table = new SealedTable(url, keys, RECORDS);
    long began = System.nanoTime();
    table.fill();
    print("filled in %.1f s", (System.nanoTime() - began) / 1e9);
  }

  @AfterAll
  static void stop() throws Exception {
    table.close();
    database.close();
  }

  @Test
  void soonestToDie_areFoundByTheIndex() {
    TokenVault vault = table.vault();
    Instant deadline = SealedTable.FIRST_DEATH.plusSeconds(NEXT);
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < 2 * ROUNDS; round++) {
      long began = System.nanoTime();
      List<BindingId> next = vault.refreshExpiringBefore(deadline, 2 * NEXT);
      millis.add((System.nanoTime() - began) / 1e6);

      assertThat(next).hasSize(NEXT);
      Instant before = Instant.MIN;
      for (BindingId id : List.of(next.get(0), next.get(NEXT / 2), next.get(NEXT - 1))) {
        Instant death = vault.load(id).orElseThrow().token().refreshExpiresAt();
        assertThat(death).isBefore(deadline).isAfter(before);
        before = death;
      }
    }
    String plan = table.planOfDue(deadline, NEXT);
    print("%d that die next, ms: %s%n%s", NEXT, millis, plan);
    assertThat(plan).contains("ledger_record_due").doesNotContain("Seq Scan");
  }

  @Test
  void load_besideTheBareRow() {
    TokenVault vault = table.vault();
    for (int round = 0; round <= ROUNDS; round++) {
      double bare = perSecond(ManyRecordsTest::select);
      double loads = perSecond(id -> assertThat(vault.load(id)).isPresent());
      if (round > 0) {
        print("rows/s %,.0f, loads/s %,.0f, %.0f %%", bare, loads, 100 * loads / bare);
      }
    }
  }

  /** The pass needs no checkpoint, and holds a page of keys at a time. */
  @Test
  void rotation_killedInTheMiddle_goesOnWhereItWas() throws Exception {
    long old = keys.primaryKeyId();
    keyTool("rotate");
    keys.reload();
    assertThat(keys.primaryKeyId()).isNotEqualTo(old);
    Path out = directory.resolve("rotation.out");

    long began = System.nanoTime();
    // So slow that it cannot be over between half of the records and the kill.
    Process first = RotationMain.start(url, keyFile, RECORDS / A_FEW_SECONDS, out);
    Waits.until(
        "half of the records",
        A_PASS,
        () -> table.changesNumbered() >= RECORDS / 2 || !first.isAlive());
    first.toHandle().destroyForcibly();
    assertThat(first.waitFor()).isEqualTo(KILLED);
    double killedAfter = (System.nanoTime() - began) / 1e9;
    long left = table.sealedUnder(old);
    assertThat(left).isPositive().isLessThan(RECORDS);
    assertThat(table.sealedUnder(keys.primaryKeyId())).isEqualTo(RECORDS - left);

    began = System.nanoTime();
    Process second = RotationMain.start(url, keyFile, RotationMain.AS_FAST_AS_IT_GOES, out);
    assertThat(second.waitFor(A_PASS.toSeconds(), TimeUnit.SECONDS)).isTrue();
    print(
        "killed after %.1f s with %d left, the second pass took %.1f s",
        killedAfter, left, (System.nanoTime() - began) / 1e9);
    assertThat(Files.readString(out).strip()).isEqualTo(RotationMain.said(left, true));

    began = System.nanoTime();
    VaultHealth health =
        new VaultDoctor(table.vault(), LedgerClock.system()).examine(finding -> {});
    print("examined in %.1f s: %s", (System.nanoTime() - began) / 1e9, health);
    assertThat(health.healthy()).isTrue();
    assertThat(health.sealedUnder(keys.primaryKeyId())).isEqualTo(RECORDS);
    assertThat(health.sealedUnder(old)).isZero();
  }

  private static double perSecond(Consumer<BindingId> read) {
    int[] numbers = new SplittableRandom(20261).ints(LOADS, 0, RECORDS).toArray();
    List<BindingId> ids = IntStream.of(numbers).mapToObj(SealedTable::id).toList();
    long began = System.nanoTime();
    ids.forEach(read);
    return LOADS / ((System.nanoTime() - began) / 1e9);
  }

  private static void select(BindingId id) {
    try (Connection connection = table.database().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT content, version, due_at FROM ledger_record WHERE kind = ? AND id = ?")) {
      statement.setString(1, "token");
      statement.setString(2, id.value());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getBytes(1)).isNotEmpty();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void keyTool(String command) {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(KeyTool.run(List.of(command, keyFile.toString()), silent, silent)).isZero();
  }

  private static void print(String format, Object... values) {
    System.out.printf("%,d records: " + format + "%n", prepended(values));
  }

  private static Object[] prepended(Object... values) {
    List<Object> all = new ArrayList<>(List.of(values));
    all.add(0, RECORDS);
    return all.toArray();
  }
}
