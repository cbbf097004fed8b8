package dev.ledgerkit.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.ledgerkit.testkit");

  @Test
  void packages_always_haveNoCycle() {
    slices().matching("dev.ledgerkit.(testkit..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void simulators_always_shareNothingWithTheClientsTheyTest() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.ledgerkit.sage..",
            "dev.ledgerkit.freeagent..",
            "dev.ledgerkit.crypto..",
            "dev.ledgerkit.core.*..")
        .check(CLASSES);
  }

  @Test
  void classes_always_holdNoMutableStatics() {
    for (JavaClass type : CLASSES) {
      assertThat(type.getFields())
          .filteredOn(field -> field.getModifiers().contains(JavaModifier.STATIC))
          .as(type.getName())
          .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }
  }
}
