package org.heard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The phrase grammar: its form, and that nobody is left without words. */
class PhrasesTest {

  private static final DemoWard ASH = ward("inpatient");
  private static final DemoWard CLINIC = ward("outpatient");

  private static DemoWard ward(String kind) {
    return new DemoWard("W99", Set.of(kind), 1, 1, "all", Map.of(), List.of("Mel"), Map.of());
  }

  private static Writer patient(DemoWard ward) {
    return new Writer(ward, false, new Dice(1));
  }

  private static Writer relative(DemoWard ward) {
    return new Writer(ward, true, new Dice(1));
  }

  private static final Phrases SMALL =
      Phrases.parse(
          List.of(
              "# a note",
              "== responsive-help present x36",
              "- Helpful",
              "I was helped",
              "they help",
              "(inpatient) {who} came [at once|at once]",
              "(carer) dad was helped",
              "(carer) mum was helped",
              "== {who}",
              "(inpatient) nurse {name}"));

  @Test
  void readsTopicsWithTheirWeights() {
    assertThat(SMALL.topics()).containsExactly(new Topic("responsive-help present", 36));
  }

  @Test
  void keepsFewWordsAndSentencesApart() {
    assertThat(SMALL.sayFewWords("responsive-help present", patient(ASH), new Dice(1)))
        .isEqualTo("Helpful");
    assertThat(texts(SMALL, patient(ASH)))
        .containsExactly("I was helped", "they help", "{who} came [at once|at once]");
  }

  @Test
  void aLineOfAnotherKindOfWardDoesNotFit() {
    assertThat(texts(SMALL, patient(CLINIC))).containsExactly("I was helped", "they help");
  }

  @Test
  void aRelativeSpeaksOfOnePatientAndNeverOfThemselves() {
    Writer relative = relative(CLINIC);
    assertThat(texts(SMALL, relative))
        .containsExactly(
            "they help", relative.kind().aboutHer() ? "mum was helped" : "dad was helped");
  }

  @Test
  void fillsSlotsAndChoices() {
    Phrases one =
        Phrases.parse(List.of("== it", "{who} came [at once|at once]", "== {who}", "nurse {name}"));
    assertThat(one.say("it", patient(ASH), new Dice(1))).isEqualTo("nurse Mel came at once");
  }

  @Test
  void aSectionThatIsMissingIsNamed() {
    assertThatThrownBy(() -> SMALL.say("nowhere", patient(ASH), new Dice(1)))
        .hasMessageContaining("nowhere");
  }

  static Stream<Writer> everybody() {
    return DemoYear.wards().stream()
        .flatMap(
            ward ->
                Stream.iterate(0, i -> i + 1)
                    .limit(8)
                    .map(i -> new Writer(ward, i % 2 == 0, new Dice(i))));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void nobodyIsLeftWithoutWords(Writer writer) {
    Phrases phrases = Phrases.read();
    String opening = writer.kind().relative() ? "opening of a relative" : "opening";
    for (String section :
        List.of(opening, "closing", "sour closing", "turn", "filler positive", "filler negative")) {
      assertThat(phrases.fitting(section, false, writer)).as(section).isNotEmpty();
    }
    for (String section :
        List.of("no content", "nothing was good", "nothing to improve", "child")) {
      assertThat(phrases.fitting(section, true, writer)).as(section).isNotEmpty();
    }
    for (boolean fewWords : new boolean[] {true, false}) {
      assertThat(phrases.topics(true, fewWords, writer)).hasSizeGreaterThan(8);
      assertThat(phrases.topics(false, fewWords, writer)).hasSizeGreaterThan(8);
    }
  }

  private static List<String> texts(Phrases phrases, Writer writer) {
    return phrases.fitting("responsive-help present", false, writer).stream()
        .map(Phrase::text)
        .toList();
  }
}
