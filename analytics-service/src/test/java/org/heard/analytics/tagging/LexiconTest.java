package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  private static final List<Cue> CUES = LexiconReader.read(Lexicon.FILES);

  /** Two lists, one of them this long, right after each other. */
  private static final int LONG = 10;

  /** Where that is meant: the first word of each of the two. */
  private static final Set<String> MEANT =
      Set.of(
          "some kind",
          "intensive care",
          "lovely staff",
          "good attitude*",
          "my wrist*",
          "hurts me",
          "another patient*",
          "nurse hit",
          "two falls",
          "made fun",
          "not daft",
          "my solicitor*",
          "complaints form",
          "it off",
          "fell asleep",
          "and the",
          "and was");

  @Test
  void noPhraseAmongSingleWordsIsReadAsTwoSteps() {
    // "fire|smoke|gas leak|flood" is (fire, smoke or gas) and then (leak or flood)
    assertThat(twoLists()).containsExactlyInAnyOrderElementsOf(MEANT);
  }

  private static List<String> twoLists() {
    List<String> found = new ArrayList<>();
    for (String file : Lexicon.FILES) {
      for (String line : LexiconLines.of(file)) {
        String[] steps = line.split(" (UNLESS|NEAR|AROUND|EXCEPT) ", 2)[0].split(" ", -1);
        for (int i = 1; i < steps.length; i++) {
          List<String> one = List.of(steps[i - 1].split("\\|", -1));
          List<String> next = List.of(steps[i].split("\\|", -1));
          if (Math.min(one.size(), next.size()) > 1 && Math.max(one.size(), next.size()) >= LONG) {
            found.add(one.get(0) + " " + next.get(0));
          }
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"racist", "agony", "sepsis", "in faeces", "nearly died", "own life"})
  void aWordOfHarmStandsAlone(String text) {
    Words words = new Normaliser(LexiconReader.readSpelling("spelling.txt")).read(text);

    assertThat(Lexicon.load().find(words, null))
        .anySatisfy(hit -> assertThat(hit.cue().theme()).isEqualTo("serious"));
  }

  @Test
  void aLineThatBeginsWithTwoSpacesGoesOnFromTheOneBefore() {
    assertThat(LexiconLines.joined(List.of("a|b // note", "", "  |c", "  ~2 d", "// e", "f")))
        .containsExactly("a|b|c ~2 d", "f");
  }

  @Test
  void namesOnlyThemesOfTheClosedLists() {
    assertThat(CUES)
        .filteredOn(cue -> cue.group().equals("compassion") || cue.group().equals("practical"))
        .allSatisfy(
            cue ->
                assertThat(Themes.of(cue.theme()))
                    .hasValueSatisfying(
                        theme -> assertThat(theme.layer().code()).isEqualTo(cue.group())));
    assertThat(CUES)
        .filteredOn(cue -> cue.group().equals("alert"))
        .extracting(Cue::theme)
        .isSubsetOf(Stream.of(AlertCategory.values()).map(AlertCategory::code).toList());
  }

  @Test
  void knowsEveryThemeAndEveryAlert() {
    List<String> named = CUES.stream().map(Cue::theme).distinct().toList();

    assertThat(named).containsAll(Themes.compassion().stream().map(Themes.Theme::code).toList());
    assertThat(named).containsAll(Themes.practical().stream().map(Themes.Theme::code).toList());
    assertThat(named)
        .containsAll(Stream.of(AlertCategory.values()).map(AlertCategory::code).toList());
  }

  @Test
  void saysOfEveryCompassionLineWhetherItIsSpecific() {
    assertThat(CUES)
        .filteredOn(cue -> cue.group().equals("compassion"))
        .allSatisfy(cue -> assertThat(cue.specificity()).isNotNull());
  }

  @Test
  void staysBoundedInItsGaps() {
    // a phrase tries at most the product of its gaps: three wide ones are the most we accept
    assertThat(CUES)
        .allSatisfy(
            cue ->
                assertThat(
                        cue.phrase().steps().stream()
                            .mapToInt(step -> step.gap() + 1)
                            .reduce(1, Math::multiplyExact))
                    .isLessThanOrEqualTo(256));
  }

  @Test
  void hasNoPhraseLongerThanTheReadingLooksBack() {
    assertThat(CUES)
        .allSatisfy(
            cue ->
                assertThat(cue.phrase().steps().stream().mapToInt(step -> step.gap() + 1).sum())
                    .isLessThanOrEqualTo(Overlap.LONGEST_PHRASE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | nurses where freindly n helpfull
          en | ta very much
          en | Ms Kowalska and Mr Singh were super
          en | Excellent
          en | vry gud hosptl n stf
          pl | Bardzo dobra opieka, dziękuję
          cy | Gofal ardderchog gan bawb
          ur | nurse bohat achi hai
          ar | الممرضات لطيفات جدا
          zh | 护士非常好
          es | Muy amables, gracias
          """)
  void knowsALanguageWithoutDoubtingMisspeltEnglish(String language, String text) {
    Words words = new Normaliser(LexiconReader.readSpelling("spelling.txt")).read(text);

    assertThat(LanguageGuess.load().guess(words)).isEqualTo(language);
  }
}
