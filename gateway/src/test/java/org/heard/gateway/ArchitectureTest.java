package org.heard.gateway;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows between the gateway's packages, as the README draws them. */
class ArchitectureTest {
  private static final String ROOT = "org.heard.gateway.";

  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "problem", Set.of(),
          "access", Set.of("problem"),
          "disclosure", Set.of("problem"),
          "upstream", Set.of("problem"),
          "reconciliation", Set.of("access", "upstream", "problem"),
          "insight", Set.of("access", "disclosure", "upstream", "problem"),
          "action", Set.of("insight", "access", "upstream", "problem"),
          "correction", Set.of("insight", "access", "disclosure", "upstream", "problem"),
          "predict", Set.of("upstream", "problem"),
          "dashboard", Set.of("insight", "access", "problem"));

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.heard.gateway");

  @Test
  void arrowsAreTheOnesOfTheTable() {
    Set<String> unexpected = new TreeSet<>();
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String source = packageOf(from);
        String target = packageOf(dependency.getTargetClass());
        if (!target.isEmpty()
            && !source.equals(target)
            && !ARROWS.getOrDefault(source, Set.of()).contains(target)) {
          unexpected.add(source + " -> " + target);
        }
      }
    }
    assertThat(unexpected).isEmpty();
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(classes.stream().map(ArchitectureTest::packageOf).distinct())
        .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void disclosureIsPure() {
    Set<String> outside = new TreeSet<>();
    for (JavaClass from : classes) {
      if (packageOf(from).equals("disclosure")) {
        from.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
            .filter(name -> name.matches("(jakarta.ws|java.net|java.sql|io.vertx|java.time).*"))
            .forEach(outside::add);
      }
    }
    assertThat(outside).isEmpty();
  }

  private static String packageOf(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
  }
}
