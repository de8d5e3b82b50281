package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hazard log names only tests that exist, and every hazard has an owner. */
class HazardLogTest {
  private static final Pattern TEST = Pattern.compile("([a-z/-]+)/([A-Z]\\w+)#(\\w+)");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Path ROOT = Path.of("..", "..");
  private static final int COLUMNS = 8;

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (List<String> hazard : hazards()) {
      Matcher quoted = QUOTED.matcher(hazard.get(6));
      while (quoted.find()) {
        named++;
        if (!exists(quoted.group(1))) {
          missing.add(hazard.get(0) + ": " + quoted.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isPositive();
  }

  @Test
  void everyHazardIsComplete() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (List<String> hazard : hazards()) {
      assertThat(hazard).as(hazard.get(0)).hasSize(COLUMNS).noneMatch(String::isBlank);
      assertThat(ids.add(hazard.get(0))).as("twice: %s", hazard.get(0)).isTrue();
      assertThat(hazard.get(4)).as(hazard.get(0)).matches("[1-5] × [1-5] = \\d+");
      List<Integer> risk =
          Stream.of(hazard.get(4).split("\\D+", -1)).map(Integer::valueOf).toList();
      assertThat(risk.get(2)).as(hazard.get(0)).isEqualTo(risk.get(0) * risk.get(1));
      assertThat(hazard.get(6)).as(hazard.get(0)).containsPattern("`|none yet");
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(10);
  }

  private static List<List<String>> hazards() throws IOException {
    List<List<String>> hazards = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("deploy/assurance/hazards.md"))) {
      if (line.startsWith("| H")) {
        String cells = line.substring(1, line.lastIndexOf('|'));
        hazards.add(Stream.of(cells.split("\\|", -1)).map(String::strip).toList());
      }
    }
    return hazards;
  }

  private static boolean exists(String named) throws IOException {
    Matcher test = TEST.matcher(named);
    if (!test.matches()) {
      return false;
    }
    Path sources = ROOT.resolve(test.group(1)).resolve("src/test/java");
    if (!Files.isDirectory(sources)) {
      return false;
    }
    Pattern method = Pattern.compile("\\bvoid " + test.group(3) + "\\(");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.endsWith(test.group(2) + ".java")).toList()) {
        if (method.matcher(Files.readString(file)).find()) {
          return true;
        }
      }
    }
    return false;
  }
}
