package dev.ledgerkit.testkit.arch;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ledgerkit.core.Secret;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no class of the library may do, whatever its job. */
class ConductTest {
  /**
   * The places where a secret goes on the wire or under encryption, or opens a key store, by fully
   * qualified name. A new line here is what a reviewer looks for; one that no longer calls {@code
   * reveal} goes.
   */
  private static final Set<String> MAY_REVEAL =
      Set.of(
          "dev.ledgerkit.connector.KeyStoreFile",
          "dev.ledgerkit.core.http.AuthInterceptor",
          "dev.ledgerkit.core.oauth.OauthToken",
          "dev.ledgerkit.core.oauth.Redaction",
          "dev.ledgerkit.core.oauth.TokenEndpoint",
          "dev.ledgerkit.crypto.MasterKeys",
          "dev.ledgerkit.crypto.TokenPair",
          "dev.ledgerkit.testkit.freeagent.OauthServer",
          "dev.ledgerkit.testkit.sage.OauthServer");

  /** A program in itself: printing is what it is for. */
  private static final String KEY_TOOL = "dev.ledgerkit.crypto.KeyTool";

  private static final String SYSTEM_CLOCK = "dev.ledgerkit.core.SystemLedgerClock";

  private static final String LOG_CAPTURE = "dev.ledgerkit.testkit.LogCapture";

  private static final Set<String> BINARY_FRACTIONS =
      Set.of("double", "float", Double.class.getName(), Float.class.getName());

  @Test
  void secret_isRevealedOnlyWhereListed() {
    noClasses()
        .that(outside(MAY_REVEAL))
        .should()
        .accessTargetWhere(target(method("Secret.reveal", ConductTest::reveals)))
        .because(
            "every caller of reveal() or revealTo() can leak; list it in MAY_REVEAL and have it reviewed")
        .check(LedgerClasses.ALL);
  }

  @Test
  void library_printsNothing() {
    noClasses()
        .that(outside(Set.of(LOG_CAPTURE, KEY_TOOL)))
        .should(ACCESS_STANDARD_STREAMS)
        .because(
            "a library has no console; its one capture for tests only passes on what others print")
        .check(LedgerClasses.ALL);
  }

  @Test
  void time_comesFromTheInjectedClock() {
    noClasses()
        .that(outside(Set.of(SYSTEM_CLOCK)))
        .should()
        .accessTargetWhere(target(method("the system's clock or a sleep", ConductTest::tellsTime)))
        .because("a test that cannot replace the clock has to sleep; use LedgerClock")
        .check(LedgerClasses.ALL);
  }

  @Test
  void staticField_isFinal() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("two Ledgers in one process share nothing")
        .check(LedgerClasses.ALL);
  }

  @Test
  void method_isNotSynchronized() {
    noMethods()
        .should()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .because("a virtual thread that waits inside synchronized pins its carrier; use a Lock")
        .check(LedgerClasses.ALL);
  }

  @Test
  void fieldOfAProvider_isNoBinaryFraction() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage("dev.ledgerkit.sage..", "dev.ledgerkit.freeagent..")
        .should(
            new ArchCondition<JavaField>("hold no float or double: money is BigDecimal") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                report(field.getFullName(), field.getAllInvolvedRawTypes().stream(), events);
              }
            })
        .allowEmptyShould(true)
        .check(LedgerClasses.ALL);
  }

  @Test
  void signatureOfAProvider_hasNoBinaryFraction() {
    codeUnits()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage("dev.ledgerkit.sage..", "dev.ledgerkit.freeagent..")
        .should(
            new ArchCondition<JavaCodeUnit>("neither take nor return a float or double") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                report(unit.getFullName(), unit.getAllInvolvedRawTypes().stream(), events);
              }
            })
        .allowEmptyShould(true)
        .check(LedgerClasses.ALL);
  }

  private static void report(String member, Stream<JavaClass> types, ConditionEvents events) {
    types
        .filter(type -> BINARY_FRACTIONS.contains(type.getBaseComponentType().getName()))
        .forEach(
            type ->
                events.add(
                    SimpleConditionEvent.violated(member, member + " uses " + type.getName())));
  }

  private static boolean reveals(AccessTarget target) {
    return target.getOwner().isEquivalentTo(Secret.class) && target.getName().startsWith("reveal");
  }

  private static boolean tellsTime(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
      case "java.lang.Thread", "java.util.concurrent.TimeUnit" -> name.equals("sleep");
      case "java.util.concurrent.locks.LockSupport" -> name.startsWith("park");
      // tick itself takes the clock to read.
      case "java.time.Clock" -> name.startsWith("system") || name.matches("tick.+");
      case "java.time.InstantSource" -> name.equals("system");
      // new Date() reads the clock as well, and the library has no use for the others.
      case "java.util.Date" -> name.equals("<init>");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }

  /**
   * The class itself and what is nested in it, for a lambda or a nested class is still its code.
   */
  private static DescribedPredicate<JavaClass> outside(Set<String> names) {
    return DescribedPredicate.describe(
        names.isEmpty() ? "are any classes" : "are not in " + names,
        type ->
            names.stream()
                .noneMatch(
                    name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
  }

  private static DescribedPredicate<AccessTarget> method(
      String description, Predicate<AccessTarget> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
