package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a handful of invented texts; the real ones take half a minute. */
class AlertWordsCommandTest {

  @TempDir private Path folder;

  private Path comments;

  @BeforeEach
  void writeTexts() throws IOException {
    for (List<String> files : InventedTexts.WRITERS) {
      for (String file : files) {
        boolean miss = file.contains("near-misses");
        List<String> lines = new ArrayList<>(List.of("text,question,rating,category,half"));
        for (int i = 0; i < 12; i++) {
          lines.add(miss ? "\"a tea, a tray\",good,1,,x" : "the porter clonked me,why,5,neglect,x");
        }
        lines.add("the porter sploshed me,why,5,neglect,y");
        lines.add("the porter sploshed me again,why,5,neglect,y");
        Files.write(folder.resolve(file), lines);
      }
    }
    comments =
        Files.write(
            folder.resolve("labelled.jsonl"),
            List.of(
                "{\"id\":\"1\",\"text\":\"a zebra again\",\"annotation\":{\"alert\":null}}",
                "{\"id\":\"2\",\"text\":\"a zebra and the tea\"}",
                "{\"id\":\"3\",\"text\":\"clonked\",\"annotation\":{\"alert\":\"neglect\"}}"));
  }

  private List<String> learnt(String name) throws IOException {
    Path out = folder.resolve("made/of/itself").resolve(name);
    assertThat(
            AlertWordsCommand.run(
                comments.toString(), "--texts", folder.toString(), "--out", out.toString()))
        .isZero();
    return Files.readAllLines(out);
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    assertThat(learnt("one.txt")).isEqualTo(learnt("two.txt"));
  }

  @Test
  void aWordOfAlertsSpeaksInItsCategoryAndNoOther() throws IOException {
    List<String> lines = learnt("words.txt");

    int neglect = lines.indexOf("[neglect]");
    int next = lines.indexOf("[fall-or-medication-error]");
    assertThat(lines.subList(neglect, next)).anyMatch(line -> line.startsWith("clonk "));
    assertThat(lines).noneMatch(line -> line.startsWith("tray "));
  }

  @Test
  void neitherWhatIsKeptForMeasuringNorAWordOfCommentsAloneIsLearnt() throws IOException {
    assertThat(learnt("words.txt"))
        .noneMatch(line -> line.startsWith("splosh ") || line.startsWith("zebra "));
  }

  @Test
  void whatCannotBeUnderstoodIsSaid() throws IOException {
    assertThat(AlertWordsCommand.run("a")).isEqualTo(2);
    assertThat(AlertWordsCommand.run("--texts", "b")).isEqualTo(2);
  }
}
