package org.heard.analytics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Model;
import org.heard.analytics.tagging.Tagger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a handful of invented comments; the real training takes minutes and is no test. */
class TrainCommandTest {

  private static final String[] WHO = {"nurse", "porter", "doctor", "cleaner", "driver", "sister"};

  private static String line(int id, String text, String theme, String polarity) {
    return """
    {"id":"x%d","source":"invented","question":"why","rating":1,"text":"%s","qdc":["Feeling safe"%s],\
    "sentiment":%d,"criticality":%d,"annotation":{"tags":[{"theme":"%s","polarity":"%s",\
    "specificity":"generic","evidence":{"start":0,"end":%d}}],"practical":[],"general":[],\
    "severity":"none","alert":null}}\
    """
        .formatted(
            id,
            text,
            text.contains("bluish") ? ",\"Staff manner & personal attributes\"" : "",
            polarity.equals("present") ? 1 : 5,
            polarity.equals("present") ? 4 : -4,
            theme,
            polarity,
            text.length());
  }

  /** Comments about things the lexicon knows nothing of: whatever is said of them is learnt. */
  private static Path labelled(Path folder, String name, String blue, String green)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      String who = WHO[i % WHO.length];
      String colour = i % 2 == 0 ? "bluish" : "greenish";
      String number = "abcdefghijklmnopqrstuvwxyz0123456789".substring(i, i + 1);
      lines.add(
          line(
              i,
              "the " + who + " seemed " + colour + " zz" + number,
              "dignity-and-respect",
              i % 2 == 0 ? blue : green));
    }
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void theSameFileGivesTheSameBytes(@TempDir Path folder) throws IOException {
    Path file = labelled(folder, "labelled.jsonl", "present", "absent");

    train(file, "--out", folder.resolve("one.bin").toString());
    train(file, "--out", folder.resolve("two.bin").toString());

    assertThat(folder.resolve("one.bin")).hasSameBinaryContentAs(folder.resolve("two.bin"));
    assertThat(folder.resolve("MODEL_CARD.md"))
        .content()
        .contains("large language model", "| dignity-and-respect:present | 18 |", "invented=36")
        .contains("`deploy/train` from the file `labelled.jsonl`", "on Java " + Runtime.version())
        .contains("SHA-256 of the file: `" + sha256(Files.readAllBytes(file)))
        .contains("Model card: " + Model.read(folder.resolve("one.bin")).version())
        .doesNotContain("{", folder.toString())
        .doesNotContain("bluish");
  }

  @Test
  void theShippedCardIsThatOfTheShippedModel() throws IOException {
    String card = new String(shipped("MODEL_CARD.md"), StandardCharsets.UTF_8);
    byte[] unpacked;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(shipped("model.bin")))) {
      unpacked = in.readAllBytes();
    }

    assertThat(card)
        .startsWith("# Model card: " + Model.shipped().version() + "\n")
        .contains("`" + Tagger.load().modelVersion() + "`");
    assertThat(Model.shipped().version()).isEqualTo("heard-" + sha256(unpacked).substring(0, 12));
    assertThat(card).containsPattern("SHA-256 of the file: `[0-9a-f]{64}`").doesNotContain("{");
  }

  private static byte[] shipped(String name) throws IOException {
    try (var in = Model.class.getResourceAsStream("/tagging/" + name)) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void correctionsMoveAModel(@TempDir Path folder) throws IOException {
    Path first = labelled(folder, "first.jsonl", "present", "absent");
    Path corrected = labelled(folder, "corrected.jsonl", "absent", "present");
    Path base = folder.resolve("base.bin");
    Path moved = folder.resolve("moved.bin");

    train(first, "--out", base.toString());
    train(corrected, "--base", base.toString(), "--out", moved.toString());

    assertThat(polarity(base)).isEqualTo("present");
    assertThat(polarity(moved)).isEqualTo("absent");
    assertThat(evaluate(first, moved, base)).isEqualTo(1);
    assertThat(evaluate(first, base, moved)).isZero();
    assertThat(EvaluateCommand.run(first.toString(), "--against", base.toString()))
        .as("the shipped one, which has not learnt from these, where no other is named")
        .isEqualTo(1);
  }

  @Test
  void whatIsPrintedHasIntervals(@TempDir Path folder) throws IOException {
    Path file = labelled(folder, "labelled.jsonl", "present", "absent");
    Path model = folder.resolve("model.bin");
    train(file, "--out", model.toString());

    assertThat(printed(() -> evaluate(file, model, model)))
        .contains("| compassion tags | n | F1 | 95 % interval |")
        .containsPattern("\\| all \\| 36 \\| 1\\.000 \\| 1\\.000 to 1\\.000 \\|")
        .containsPattern("\\| absent \\| 18 \\| 1\\.000 \\| \\S+ to \\S+ \\|")
        .containsPattern("\\| dignity-and-respect:absent \\| 18 \\| 1\\.000 \\| \\S+ to \\S+ \\|")
        .containsPattern("pillars x polarity, micro-F1: 1\\.000 \\(\\S+ to \\S+\\)")
        .containsPattern("QDC labels, micro-F1: \\d\\.\\d{3} \\(\\d\\.\\d{3} to \\d\\.\\d{3}\\)")
        .contains("compassion tags: worse than the other in 0 % of the draws")
        .contains("absent: worse than the other in 0 % of the draws")
        .contains("pillars: worse than the other in 0 % of the draws")
        .contains("QDC labels: worse than the other in 0 % of the draws");
  }

  @Test
  void theCardSaysWhatWasMeasured(@TempDir Path folder) throws IOException {
    Path file = labelled(folder, "labelled.jsonl", "present", "absent");
    Path texts = Path.of("src/test/resources/tagging");

    train(file, "--out", folder.resolve("model.bin").toString(), "--texts", texts.toString());

    assertThat(folder.resolve("MODEL_CARD.md"))
        .content()
        .contains("**Intended use.**", "large language model", "Sarcasm is known by a few forms")
        .contains("**Made by** `deploy/train` from the file `labelled.jsonl`,")
        .doesNotContain("--texts", texts.toString())
        .contains("| all, source invented | 36 |")
        .containsPattern("\\| pillars \\| n \\| F1 \\| 95 % interval \\|")
        .containsPattern("\\| Dignifying:absent \\| 18 \\| \\S+ \\| \\S+ to \\S+ \\|")
        .contains("| practical themes | n |", "| general states | n |")
        .containsPattern("\\| Feeling safe \\| 36 \\| \\S+ \\| \\S+ to \\S+ \\|")
        .contains("| Staff manner & personal attributes | 18 | 1.000 | 1.000 to 1.000 |")
        .containsPattern("\\| evidence overlaps, share of right tags \\| \\d+ \\| 1\\.000 \\|")
        .containsPattern("\\| expected calibration error \\| \\d+ \\| 0\\.\\d{3} \\|")
        .containsPattern("\\| alerts, per 1,000 comments \\| 36 \\| \\S+ \\|")
        .containsPattern(
            "\\| alerts-third.csv, kept for measuring \\| \\d+ of 134 \\(\\S+ %\\) \\|"
                + " \\d+ of 134 \\(\\S+ %\\) \\| \\d+ of 125 \\(\\S+ %\\) \\|"
                + " \\d+ of 134 \\(\\S+ %\\) \\| \\d+ of 125 \\(\\S+ %\\) \\|");
  }

  @Test
  void foldsAreScoredBesidePlainOnes(@TempDir Path folder) throws IOException {
    Path file = labelled(folder, "labelled.jsonl", "present", "absent");
    String printed = printed(() -> EvaluateCommand.run(file.toString(), "--folds", "3"));

    assertThat(printed)
        .contains("| 3 folds, 100 % of the others: mean (lowest to highest) F1 |")
        .containsPattern("\\| tagger \\| 1\\.000 \\(1\\.000 to 1\\.000\\) \\| 1\\.000 ")
        .containsPattern("\\| best threshold of each kind, chosen on the fold itself \\| 1\\.000 ")
        .containsPattern("\\| plain linear classifier, from a margin of 0 \\| \\d\\.\\d{3} ")
        .contains("| all | 36 | 1.000 | 1.000 to 1.000 |", "| expected calibration error |")
        .contains("| QDC labels | 0 | none | |");
    assertThat(printed(() -> EvaluateCommand.run(file.toString(), "--folds", "3")))
        .as("the same again")
        .isEqualTo(printed);
    assertThat(printed(() -> EvaluateCommand.run(file.toString(), "--folds", "3", "--part", "60")))
        .contains("| 3 folds, 60 % of the others:");
  }

  private static String printed(Callable<Integer> command) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThat(command.call()).isZero();
    } catch (Exception broken) {
      throw new IOException(broken);
    } finally {
      System.setOut(before);
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  private static int evaluate(Path file, Path model, Path against) throws IOException {
    return EvaluateCommand.run(
        file.toString(), "--model", model.toString(), "--against", against.toString());
  }

  private static String polarity(Path model) {
    return Tagger.with(Model.read(model))
        .tag(new CommentText(null, null, "the surgeon seemed bluish"))
        .tags()
        .stream()
        .filter(tag -> tag.theme().equals("dignity-and-respect"))
        .map(tag -> tag.polarity().code())
        .findFirst()
        .orElse("nothing");
  }

  /** As corrections are exported, or where a trust annotates for itself. */
  @Test
  void nobodyNeedsQdcLabels(@TempDir Path folder) throws IOException {
    Path all = labelled(folder, "all.jsonl", "present", "absent");
    Path file =
        Files.writeString(
            folder.resolve("without.jsonl"),
            Files.readString(all).replaceAll("\"qdc\":\\[[^]]*],", ""));
    assertThat(file).content().doesNotContain("qdc");
    Path model = folder.resolve("model.bin");

    train(file, "--out", model.toString());

    assertThat(polarity(model)).isEqualTo("present");
    assertThat(printed(() -> EvaluateCommand.run(file.toString(), "--folds", "3")))
        .contains("| all | 36 | 1.000 | 1.000 to 1.000 |");
  }

  /** There is no other for it to lead. */
  @Test
  void aSingleQdcLabelIsLearntToo(@TempDir Path folder) throws IOException {
    Path all = labelled(folder, "all.jsonl", "present", "absent");
    Path file =
        Files.writeString(
            folder.resolve("one.jsonl"),
            Files.readString(all).replaceAll("\"Feeling safe\",?", ""));

    train(file, "--out", folder.resolve("model.bin").toString());

    assertThat(folder.resolve("MODEL_CARD.md"))
        .content()
        .contains("| Staff manner & personal attributes | 18 | 1.000 | 1.000 to 1.000 |");
  }

  @Test
  void brokenLinesAreNamedAndNotQuoted(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.jsonl"), "\n{\"id\": \"secret\"");

    assertThatThrownBy(() -> TrainCommand.run(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatCannotBeUnderstoodIsSaid() throws IOException {
    assertThat(TrainCommand.run()).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "b")).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "--model")).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "--folds", "1")).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "--folds", "five")).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "--folds", "5", "--model", "b")).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "--folds", "5", "--part", "101")).isEqualTo(2);
    assertThat(EvaluateCommand.run("a", "--part", "50")).isEqualTo(2);
  }

  private static void train(Path file, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(options));
    assertThat(TrainCommand.run(arguments.toArray(String[]::new))).isZero();
  }
}
