package dev.ledgerkit.testkit.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled main classes of every library module, read once for all rules. */
final class LedgerClasses {
  static final JavaClasses ALL =
      new ClassFileImporter()
          // ArchUnit's own option for this knows target/test-classes only, and a build may say
          // otherwise where its output goes.
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.ledgerkit");

  private LedgerClasses() {}
}
