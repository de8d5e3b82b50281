package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

  private static final List<Cue> CUES =
      LexiconReader.read(
          List.of("words.txt", "compassion.txt", "practical.txt", "general.txt", "alerts.txt"));

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
