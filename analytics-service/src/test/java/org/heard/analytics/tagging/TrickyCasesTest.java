package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tricky cases of taxonomy 2.7, as far as design 4.3 asks; all texts are invented. */
class TrickyCasesTest {

  /**
   * Expected words must be said; words after {@code !} must not; {@code !theme} means any polarity.
   */
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1   | improve |   | Nothing | nothing-to-improve !general-dissatisfaction
          2   | good    |   | Nothing | nothing-was-good
          3a  | why     | 1 | Nothing. | nothing-to-improve
          3b  | why     | 5 | Nothing. | general-dissatisfaction
          3c  | why     |   | Nothing. | no-content
          3d  | why     | 5 | No one answered | !no-content
          3e  | why     | 5 | None of them answered | !no-content
          3f  | improve | 5 | Not one nurse answered | !no-content
          3g  | why     |   | No answer | no-content
          3h  | why     |   | Sorry, I can't think of anything | no-content
          3i  | why     |   | Staff are lovely and so caring, I can't think of anything | kindness-and-courtesy+ !no-content
          3j  | why     | 3 | Staff rude and left mum in pain. Cant think of anything | kindness-and-courtesy- !no-content !nothing-to-improve
          3k  | why     | 6 | Mum was left crying in pain and nobody came. Can't think of anything | alert:neglect !no-content
          3l  | good    | 1 | All the nurses were lovely and kind, I can't think how it could be better | kindness-and-courtesy+ !nothing-was-good
          3m  | good    | 4 | I can't think of anything that was any use | nothing-was-good
          3n  | improve | 1 | Cannot think of anything. Staff were lovely | nothing-to-improve
          3o  | why     |   | Nothing to improve | nothing-to-improve !no-content
          3p  | why     |   | Nothing was good | general-dissatisfaction !general-praise !no-content !nothing-to-improve
          3q  | why     | 3 | I can't think of anything nice to say | general-dissatisfaction !nothing-to-improve
          3r  | why     | 3 | A man groped me. I can't think of anything else to say | alert:abuse-or-safety !nothing-to-improve
          3s  | why     |   | Nothing was explained | explaining-and-keeping-informed- !nothing-to-improve
          3t  | why     |   | Nothing. Good care | nothing-to-improve !general-dissatisfaction
          3u  | why     | 1 | I can't think of anything good care all round | !general-dissatisfaction
          3v  | why     | 1 | Can't think of anything good staff | !general-dissatisfaction
          3w  | why     | 1 | Cannot think of anything good enough to say about them | !general-dissatisfaction
          3x  | why     | 1 | Nothing was good enough for my mum until she came here, wonderful ward | general-praise !general-dissatisfaction
          3y  | why     |   | Nothing good | general-dissatisfaction !general-praise !nothing-to-improve
          3z  | why     |   | Nothing nice about it | general-dissatisfaction !general-praise !nothing-to-improve
          3A  | why     | 5 | There was nothing good about my stay | general-dissatisfaction !general-praise
          3B  | why     |   | There was nothing good | general-dissatisfaction !general-praise
          3C  | why     |   | Can't think of anything good staff | !general-dissatisfaction
          4a  | improve |   | nothing was too much trouble | responsive-help+ !nothing-to-improve
          4b  | good    |   | nothing was too much trouble | responsive-help+ !nothing-was-good
          4c  | why     | 1 | nothing was too much trouble | responsive-help+
          4d  |         |   | nothing was too much trouble | responsive-help+
          5   | improve |   | Nothing, the girls on nights were so kind | nothing-to-improve kindness-and-courtesy+ !kindness-and-courtesy-
          6   | improve |   | Nothing good to say | general-dissatisfaction !nothing-to-improve
          7a  | improve |   | More kindness | kindness-and-courtesy- !kindness-and-courtesy+
          7b  | good    |   | Kindness | kindness-and-courtesy+ !kindness-and-courtesy-
          8   | improve |   | Manners. | kindness-and-courtesy-
          9a  | why     | 1 | couldn't have been kinder | kindness-and-courtesy+ !kindness-and-courtesy-
          9b  | why     | 1 | cannot fault them | general-praise !general-dissatisfaction
          10  | good    |   | not once did I feel rushed | being-heard+ !being-heard-
          11  | why     | 3 | she wasn't unkind, just too busy | staffing-levels- !kindness-and-courtesy-
          12  | why     | 3 | Day staff lovely, night staff couldn't care less | kindness-and-courtesy+ kindness-and-courtesy-
          13  | why     | 2 | Great nurses but food was grim | general-praise food-and-drink- !kindness-and-courtesy
          14  | why     | 5 | Oh brilliant, another two hours ringing the bell | responsive-help- !general-praise !alert:fall-or-medication-error !alert:neglect
          15  | why     | 5 | Five star hotel this, if you like waiting for the commode | responsive-help- !general-praise
          16  | why     | 5 | Care? What care. | general-dissatisfaction !general-praise
          16b | why     | 1 | Help? What help! Only joking, they were wonderful | general-praise !general-dissatisfaction
          17  | good    | 1 | Staff nurse Mel on Ash ward was an angel | general-praise
          18  | why     | 1 | HOPE and Grace looked after me, thank you Joy | general-praise
          19  | why     | 1 | recieved wonderfull carring staff, definatly come back | kindness-and-courtesy+
          20  | good    | 1 | nurses where freindly n helpfull 👍 | kindness-and-courtesy+ responsive-help+
          21  | why     | 2 | ALL GOOD EXCEPT NO ONE TOLD ME ANYTHING | explaining-and-keeping-informed- !explaining-and-keeping-informed+
          22  | why     | 1 | carIng and thorough | kindness-and-courtesy+ staff-competence+
          23  | improve | 1 | No complaints | nothing-to-improve !alert:complaint-or-legal
          24  | why     | 1 | I had a fall at home and the crew were lovely | kindness-and-courtesy+ !alert:fall-or-medication-error
          24b | why     | 5 | I used to fall and nobody came | alert:neglect !alert:fall-or-medication-error
          25  | why     | 1 | Thank you for caring for my wife before she died | kindness-and-courtesy+ alert:bereavement !alert:abuse-or-safety !alert:neglect
          26  | improve | 3 | stop letting staff get shouted at by visitors | alert:staff-threat !alert:abuse-or-safety !dignity-and-respect
          33  | improve |   | Honestly there isn't one thing I would ask you to do differently. | nothing-to-improve !unclassified !general-dissatisfaction
          32a | improve |   | Nobody answered the bell all night | responsive-help- !responsive-help+ !unclassified
          32b | why     | 5 | No one came to the buzzer | responsive-help- !responsive-help+ !unclassified
          27  | improve | 2 | No improvements needed but maybe listen a bit more | being-heard- !being-heard+
          28  | why     |   | Pielęgniarki bardzo miłe, ale nikt nie wytłumaczył leków | unsupported-language
          29a | why     |   | Staff caredig iawn, diolch | unsupported-language
          29b | why     |   | bohat achi nurse thi | unsupported-language
          30a | why     |   | . | no-content
          30b | why     |   | asdf | no-content
          30c | why     |   | Did not answer | no-content
          30d | why     |   | 😀😀😀 | no-content
          31a | why     | 1 | 10/10 | general-praise !no-content
          31b | good    |   | TV | activities-and-entertainment+ !no-content
          31c | why     | 1 | v gd | general-praise !no-content
          """)
  void saysWhatTheTaxonomyAsks(
      String number, String question, Integer rating, String text, String expected) {
    Set<String> said = Said.words(Said.tagged(question, rating, text));
    for (String token : expected.split(" ", -1)) {
      boolean forbidden = token.startsWith("!");
      String word = Said.word(forbidden ? token.substring(1) : token);
      assertThat(Said.says(said, word)).as(token + " of " + said).isNotEqualTo(forbidden);
    }
  }

  @Test
  void nothingToImproveIsNoThemeAtAll() {
    assertThat(Said.words(Said.tagged("improve", null, "Nothing")))
        .containsExactly("nothing-to-improve");
  }

  @Test
  void eachSideOfAContrastHasItsOwnEvidence() {
    TaggedComment said = Said.tagged("why", 3, "Day staff lovely, night staff couldn't care less");

    assertThat(said.tags())
        .filteredOn(tag -> tag.theme().equals("kindness-and-courtesy"))
        .extracting(tag -> tag.polarity().code() + ": " + tag.evidence().text())
        .containsExactlyInAnyOrder(
            "present: Day staff lovely", "absent: night staff couldn't care less");
  }

  @Test
  void sarcasmIsSaidWithLessConfidenceThanPlainWords() {
    assertThat(confidence("Oh brilliant, another two hours ringing the bell"))
        .isLessThan(confidence("I rang the bell for two hours and nobody came"));
  }

  /** Case 16: below what counts as low confidence, so that a person reviews it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Care? What care.",
        "Communication - what communication? Awful place",
        "Kindness? What kindness?",
        "Dignity - what dignity?",
        "Privacy? What privacy",
        "Help? What help!",
        "Dignity? What dignity? And respect? What respect?"
      })
  void anEchoIsForAPersonToJudge(String text) {
    List<Tag> tags = Said.tagged("why", 5, text).tags();
    assertThat(tags).extracting(Tag::polarity).doesNotContain(Polarity.PRESENT, Polarity.POSITIVE);
    assertThat(tags)
        .filteredOn(tag -> tag.theme().equals("general-dissatisfaction"))
        .singleElement()
        .satisfies(tag -> assertThat(tag.confidence()).isLessThan(0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That is what is great about this hospital. Excellent",
        "Kindness is what is needed and they have it, excellent team",
        "They told you what you needed to know, wonderful"
      })
  void whatNamesNothingIsNoEcho(String text) {
    assertThat(Said.tagged("why", 1, text).tags())
        .filteredOn(tag -> tag.theme().equals("general-praise"))
        .singleElement()
        .satisfies(tag -> assertThat(tag.confidence()).isGreaterThan(0.5));
  }

  private static double confidence(String text) {
    return Said.tagged("why", 5, text).tags().stream()
        .filter(tag -> tag.theme().equals("responsive-help"))
        .mapToDouble(Tag::confidence)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "'The porters could not be more friendly'",
    "'Nothing but kindness from the whole bay'",
    "'She was without fail polite'",
    "'They were not only kind'"
  })
  void aNegationThatPraisesIsTurnedBack(String text) {
    assertThat(Said.words(Said.tagged("why", 1, text)))
        .contains("kindness-and-courtesy+")
        .doesNotContain("kindness-and-courtesy-");
  }

  @ParameterizedTest
  @CsvSource({
    "'No improvements needed but maybe listen a bit more', LOW",
    "'They were kind and gentle to every one of us', NONE",
    "'Left in agony on the trolley all night', SERIOUS",
    "'The porters were lovely but mum was in agony and nobody came', SERIOUS",
    "'Kind nurses, cold food, and the doctor was racist to my mother', SERIOUS",
    "'They ignored me, it turned out to be sepsis', SERIOUS",
    "'Dad was lying in his own urine and they laughed at him', SERIOUS",
    "'Thank you for the kindness when dad died. The parking is dear', LOW",
    "'Nobody was racist to us, the tea was cold', LOW",
    "'The tea was cold and I was crying and nobody asked why', MODERATE",
    "'Lovely nurses but I was scared and in pain and they ignored me', MODERATE",
    "'Good food but they treated me worse because I am black', MODERATE",
  })
  void severityIsThatOfTheWorstStatement(String text, Severity severity) {
    assertThat(Said.tagged("improve", 2, text).severity()).isEqualTo(severity);
  }

  @Test
  void aGraveAlertIsSeriousWhereNoShortfallIsTagged() {
    TaggedComment said = Said.tagged("why", 5, "I took an overdose on the ward that night");

    assertThat(said.alerts()).extracting(Alert::category).contains(AlertCategory.SELF_HARM);
    assertThat(said.severity()).isEqualTo(Severity.SERIOUS);
  }

  @ParameterizedTest
  @CsvSource({
    "'nurses where freindly n helpfull 👍', 2",
    "'Three emojis 😀😀😀 and a kind nurse', 1",
  })
  void emojisAreNoStatement(String text, int tags) {
    assertThat(Said.tagged("good", 1, text).tags()).hasSize(tags);
  }
}
