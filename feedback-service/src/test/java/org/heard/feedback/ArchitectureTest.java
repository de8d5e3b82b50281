package org.heard.feedback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The arrows between the packages, as the README draws them. */
@AnalyzeClasses(packages = "org.heard.feedback", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "org.heard.feedback.";

  @ArchTest static final ArchRule problem = mayUse("problem");
  @ArchTest static final ArchRule json = mayUse("json");
  @ArchTest static final ArchRule records = mayUse("records", "json");
  @ArchTest static final ArchRule access = mayUse("access");
  @ArchTest static final ArchRule overload = mayUse("overload", "access");
  @ArchTest static final ArchRule redaction = mayUse("redaction");
  @ArchTest static final ArchRule event = mayUse("event");
  @ArchTest static final ArchRule outbox = mayUse("outbox", "event");

  @ArchTest
  static final ArchRule directory =
      mayUse("directory", "outbox", "event", "json", "records", "access");

  @ArchTest static final ArchRule notice = mayUse("notice", "directory", "access");

  @ArchTest
  static final ArchRule device = mayUse("device", "directory", "notice", "json", "access");

  @ArchTest static final ArchRule vault = mayUse("vault", "access", "background");
  @ArchTest static final ArchRule background = mayUse("background");

  @ArchTest
  static final ArchRule submission =
      mayUse(
          "submission",
          "redaction",
          "vault",
          "outbox",
          "event",
          "directory",
          "device",
          "json",
          "access",
          "background");

  @ArchTest static final ArchRule upstream = mayUse("upstream", "access");

  @ArchTest
  static final ArchRule erasure =
      mayUse(
          "erasure",
          "submission",
          "vault",
          "directory",
          "json",
          "access",
          "background",
          "upstream");

  @ArchTest
  static final ArchRule breakglass =
      mayUse("breakglass", "submission", "vault", "json", "access", "background", "upstream");

  @ArchTest
  static final ArchRule intake =
      mayUse(
          "intake",
          "submission",
          "erasure",
          "device",
          "directory",
          "json",
          "records",
          "page",
          "notice",
          "access",
          "overload");

  @ArchTest static final ArchRule page = mayUse("page", "device", "directory", "notice", "access");

  @ArchTest
  static final ArchRule praise =
      mayUse(
          "praise",
          "submission",
          "redaction",
          "vault",
          "directory",
          "json",
          "access",
          "background");

  @ArchTest
  static final ArchRule translation =
      mayUse("translation", "submission", "directory", "json", "access");

  @ArchTest
  static final ArchRule fhir = mayUse("fhir", "submission", "device", "directory", "json");

  @ArchTest
  static final ArchRule noOtherPackageKnowsTheStructuresOfFhir =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "fhir")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ca.uhn.fhir..", "org.hl7..");

  @ArchTest
  static final ArchRule reconciliation =
      mayUse("reconciliation", "submission", "directory", "outbox", "event", "json", "access");

  @ArchTest
  static final ArchRule noCycles = slices().matching(BASE + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static void everyPackageIsInTheTable(JavaClasses classes) {
    assertThat(classes.stream().map(type -> (type.getPackageName() + ".").substring(BASE.length())))
        .containsOnly(
            "",
            "problem.",
            "json.",
            "records.",
            "access.",
            "redaction.",
            "event.",
            "outbox.",
            "directory.",
            "device.",
            "vault.",
            "background.",
            "erasure.",
            "breakglass.",
            "notice.",
            "upstream.",
            "overload.",
            "submission.",
            "intake.",
            "page.",
            "praise.",
            "translation.",
            "fhir.",
            "reconciliation.");
  }

  private static ArchRule mayUse(String room, String... others) {
    Set<String> allowed = new HashSet<>(Arrays.asList(others));
    allowed.add(room);
    allowed.add("problem");
    return classes()
        .that()
        .resideInAPackage(BASE + room)
        .should()
        .onlyDependOnClassesThat(
            new DescribedPredicate<JavaClass>("are in " + allowed + " or in a library") {
              @Override
              public boolean test(JavaClass used) {
                String name = used.getPackageName();
                return !name.startsWith("org.heard.")
                    || (name.startsWith(BASE) && allowed.contains(name.substring(BASE.length())));
              }
            });
  }
}
