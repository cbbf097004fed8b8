package dev.ledgerkit.testkit.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: packages without cycles, floors of core, modules side by side. */
class PackageFloorsTest {
  private static final String CORE = "dev.ledgerkit.core";
  private static final String CRYPTO = "dev.ledgerkit.crypto..";
  private static final String SAGE = "dev.ledgerkit.sage..";
  private static final String FREEAGENT = "dev.ledgerkit.freeagent..";
  private static final String REPLICATION = "dev.ledgerkit.replication..";
  private static final String CONNECTOR = "dev.ledgerkit.connector..";
  private static final String TESTKIT = "dev.ledgerkit.testkit..";

  /** Lowest first; the root package of core lies below them all. */
  private static final List<String> FLOORS =
      Stream.of(
              "store",
              "mapping",
              "oauth",
              "http",
              "client",
              "provider",
              "stream",
              "reference",
              "policy",
              "connect")
          .map(name -> CORE + "." + name + "..")
          .toList();

  @Test
  void everyModuleWithSources_isSeenByTheseRules() {
    List<String> unseen =
        SourceTree.LIBRARY_MODULES.stream()
            .filter(PackageFloorsTest::hasClasses)
            .filter(module -> !imported("dev.ledgerkit." + module.substring("ledger-".length())))
            .toList();

    assertThat(unseen).as("modules these rules would pass without reading").isEmpty();
    assertThat(imported(CORE)).isTrue();
  }

  @Test
  void packages_haveNoCycles() {
    slices()
        .matching("dev.ledgerkit.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package is a room with one job, and every room has a floor")
        .check(LedgerClasses.ALL);
  }

  @Test
  void rootOfCore_knowsNoPackageAboveIt() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE + ".*..")
        .check(LedgerClasses.ALL);
  }

  static List<String> floors() {
    return FLOORS;
  }

  @ParameterizedTest
  @MethodSource("floors")
  void floorOfCore_knowsNoFloorAboveIt(String floor) {
    List<String> higher = FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size());

    noClasses()
        .that()
        .resideInAPackage(floor)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(higher.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(LedgerClasses.ALL);
  }

  @Test
  void packageOfCore_hasAFloor() {
    List<String> homeless =
        LedgerClasses.ALL.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(CORE + "."))
            .filter(name -> FLOORS.stream().noneMatch(floor -> within(name, floor)))
            .distinct()
            .toList();

    assertThat(homeless).as("packages of core missing from the list of floors").isEmpty();
  }

  @Test
  void core_knowsNoOtherModule() {
    assertIndependent(CORE + "..", CRYPTO, SAGE, FREEAGENT, REPLICATION, CONNECTOR, TESTKIT);
  }

  @Test
  void crypto_knowsOnlyCore() {
    assertIndependent(CRYPTO, SAGE, FREEAGENT, REPLICATION, CONNECTOR, TESTKIT);
  }

  @Test
  void sage_knowsOnlyCore() {
    assertIndependent(SAGE, FREEAGENT, CRYPTO, REPLICATION, CONNECTOR, TESTKIT);
  }

  @Test
  void freeagent_knowsOnlyCore() {
    assertIndependent(FREEAGENT, SAGE, CRYPTO, REPLICATION, CONNECTOR, TESTKIT);
  }

  @Test
  void replication_knowsOnlyCore() {
    assertIndependent(REPLICATION, SAGE, FREEAGENT, CRYPTO, CONNECTOR, TESTKIT);
  }

  /** Providers are handed in, so it works with whichever are there. */
  @Test
  void connector_knowsOnlyCoreAndCrypto() {
    assertIndependent(CONNECTOR, SAGE, FREEAGENT, REPLICATION, TESTKIT);
  }

  @Test
  void testkit_knowsNothingAboveCore() {
    assertIndependent(TESTKIT, CRYPTO, REPLICATION, CONNECTOR);
  }

  /** A simulator that shared code with the client would share its mistakes. */
  @Test
  void simulator_knowsOnlyTheRootOfCore() {
    for (String simulator :
        List.of(
            "dev.ledgerkit.testkit.sage..",
            "dev.ledgerkit.testkit.freeagent..",
            "dev.ledgerkit.testkit.oauth..",
            "dev.ledgerkit.testkit.wire..")) {
      assertIndependent(simulator, SAGE, FREEAGENT, CORE + ".*..");
    }
  }

  @Test
  void everyPackage_isNullMarked() {
    TreeSet<String> unmarked = new TreeSet<>();
    for (JavaClass type : LedgerClasses.ALL) {
      JavaPackage home = type.getPackage();
      if (!type.getSimpleName().equals("package-info")
          && !type.getSimpleName().equals("module-info")
          && !home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }

    assertThat(unmarked).as("packages whose package-info lacks @NullMarked").isEmpty();
  }

  private static void assertIndependent(String module, String... others) {
    noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(LedgerClasses.ALL);
  }

  private static boolean hasClasses(String module) {
    return SourceTree.javaFiles(SourceTree.root().resolve(module).resolve("src/main")).stream()
        .anyMatch(file -> !file.getFileName().toString().endsWith("-info.java"));
  }

  private static boolean imported(String rootPackage) {
    return LedgerClasses.ALL.stream()
        .anyMatch(type -> within(type.getPackageName(), rootPackage + ".."));
  }

  private static boolean within(String packageName, String pattern) {
    String root = pattern.substring(0, pattern.length() - "..".length());
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }
}
