package org.heard.analytics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The arrow table of README.md. */
@AnalyzeClasses(
    packages = "org.heard.analytics",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.heard.analytics.";

  @ArchTest
  static final ArchRule INGEST =
      only(
          "ingest",
          "tagging",
          "counting",
          "comment",
          "review",
          "hold",
          "directory",
          "reconciliation",
          "database",
          "problem");

  @ArchTest static final ArchRule HOLD = only("hold", "access", "problem");
  @ArchTest static final ArchRule ALERT = only("alert", "tagging", "access", "problem");

  @ArchTest
  static final ArchRule COMMENT =
      only(
          "comment", "counting", "tagging", "directory", "access", "paging", "database", "problem");

  @ArchTest
  static final ArchRule CORRECTION =
      only(
          "correction",
          "comment",
          "counting",
          "tagging",
          "directory",
          "access",
          "paging",
          "database",
          "problem");

  @ArchTest
  static final ArchRule REVIEW =
      only("review", "comment", "counting", "tagging", "access", "paging", "database", "problem");

  @ArchTest
  static final ArchRule ACTION =
      only("action", "counting", "tagging", "directory", "access", "paging", "database", "problem");

  @ArchTest
  static final ArchRule RECONCILIATION =
      only("reconciliation", "directory", "access", "paging", "database", "problem");

  @ArchTest
  static final ArchRule COUNTING =
      only("counting", "directory", "access", "paging", "database", "problem");

  @ArchTest static final ArchRule DIRECTORY = only("directory", "access", "paging", "problem");
  @ArchTest static final ArchRule TAG = only("tag", "tagging", "counting", "problem");
  @ArchTest static final ArchRule ACCESS = only("access", "problem");
  @ArchTest static final ArchRule PAGING = only("paging", "problem");
  @ArchTest static final ArchRule DATABASE = only("database");
  @ArchTest static final ArchRule PROBLEM = only("problem");
  @ArchTest static final ArchRule TAGGING = only("tagging");
  @ArchTest static final ArchRule TRAINING = only("training", "tagging");

  @ArchTest
  static void everyPackageIsInTheTable(JavaClasses classes) {
    assertThat(classes.stream().map(ArchitectureTest::room).distinct())
        .containsExactlyInAnyOrder(
            "",
            "ingest",
            "comment",
            "correction",
            "review",
            "hold",
            "alert",
            "action",
            "reconciliation",
            "counting",
            "directory",
            "tag",
            "access",
            "paging",
            "database",
            "problem",
            "tagging",
            "training");
  }

  private static String room(JavaClass type) {
    String inside = (type.getPackageName() + ".").substring(ROOT.length());
    return inside.isEmpty() ? "" : inside.substring(0, inside.indexOf('.'));
  }

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TAGGING_IS_PURE =
      classes()
          .that()
          .resideInAPackage(ROOT + "tagging..")
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("java..", ROOT + "tagging.."));

  private static ArchRule only(String from, String... to) {
    String[] allowed =
        Stream.concat(Stream.of(from), Stream.of(to))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> outside =
        DescribedPredicate.not(resideInAnyPackage("org.heard.."));
    return classes()
        .that()
        .resideInAPackage(ROOT + from + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(outside));
  }
}
