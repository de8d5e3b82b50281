package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heard.analytics.tagging.Evidence;
import org.heard.analytics.tagging.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

  private static final String TEXT = "the nurse was kind";
  private static final String PRAISED =
      "\"tags\":[{\"theme\":\"kindness-and-courtesy\",\"polarity\":\"present\","
          + "\"evidence\":{\"start\":0,\"end\":18}}]";

  @TempDir private Path folder;

  private LabelledComment labelled(String annotation) throws IOException {
    Path file = folder.resolve("labelled.jsonl");
    Files.writeString(
        file, "{\"id\":\"1\",\"text\":\"" + TEXT + "\",\"annotation\":{" + annotation + "}}");
    return LabelledFile.read(file).get(0);
  }

  /** What nobody was asked for is not known, which is neither yes nor no. */
  @ParameterizedTest
  @CsvSource({
    "kindness-and-courtesy:present, 1, 0, 1",
    "kindness-and-courtesy:absent, -1, 0, -1",
    "food-and-drink:negative, 0, -1, -1",
    "general-praise, 0, -1, -1",
    "severity:serious, 0, -1, -1",
  })
  void whatWasLeftOutIsNotKnown(String label, int tags, int others, int all) throws IOException {
    Targets targets = new Targets(List.of(label), Labels.ofUnit());
    String rest = "\"practical\":[],\"general\":[],\"severity\":\"none\"";

    assertThat(targets.ofComment(labelled(PRAISED))[0]).isEqualTo((byte) tags);
    assertThat(targets.ofComment(labelled(rest))[0]).isEqualTo((byte) others);
    assertThat(targets.ofComment(labelled(PRAISED + "," + rest))[0]).isEqualTo((byte) all);
  }

  @Test
  void norIsItOfAUnit() throws IOException {
    Targets targets = new Targets(List.of(), Labels.ofUnit());
    Evidence unit = new Evidence(0, TEXT.length(), TEXT);
    byte[] tagsAlone = targets.ofUnit(labelled(PRAISED).annotation(), unit);
    byte[] both = targets.ofUnit(labelled(PRAISED + ",\"practical\":[]").annotation(), unit);

    assertThat(tagsAlone[place("kindness-and-courtesy:present")]).isEqualTo((byte) 1);
    assertThat(tagsAlone[place("kindness-and-courtesy:absent")]).isEqualTo((byte) -1);
    for (String practical : List.of("food-and-drink:negative", "food-and-drink")) {
      assertThat(tagsAlone[place(practical)]).isZero();
      assertThat(both[place(practical)]).isEqualTo((byte) -1);
    }
  }

  private static int place(String label) {
    return Labels.ofUnit().indexOf(label);
  }
}
