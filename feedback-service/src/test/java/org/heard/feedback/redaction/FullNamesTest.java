package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of two words go with both, also where the first or both are words besides; what only looks
 * like such a name stays.
 */
class FullNamesTest {
  private static final List<String> FIRST_NAMES =
      List.of(
          "John",
          "Peter",
          "Tom",
          "Mark",
          "Jack",
          "Grace",
          "Rose",
          "Sue",
          "Heather",
          "Bill",
          "Bob",
          "Frank",
          "Joy",
          "Faith",
          "Hope",
          "Dawn",
          "Will",
          "May",
          "Ruby",
          "Lily",
          "Daisy",
          "Holly",
          "Ivy",
          "Hazel",
          "Olive",
          "Pat",
          "Rob",
          "Dean",
          "Grant",
          "Harry",
          "Victor",
          "Martin",
          "Amber",
          "Robin",
          "Basil",
          "Patience",
          "Blessing",
          "Precious",
          "Sarah",
          "Mohammed",
          "Priya",
          "Agnieszka",
          "Jincy",
          "Siobhan",
          "David");

  private static final List<String> SURNAMES =
      List.of(
          "Smith",
          "Jones",
          "Hughes",
          "Whitaker",
          "Patel",
          "Okafor",
          "Kowalska",
          "Murphy",
          "Evans",
          "Begum",
          "Brown",
          "Green",
          "White",
          "Hall",
          "Hill",
          "Price",
          "Young",
          "Cook",
          "King",
          "Wood",
          "Bell",
          "Lane");

  private static final List<String> FRAMES =
      List.of(
          "Thank you to %s for everything.",
          "I was looked after by %s on nights.",
          "I am %s, bed 6.",
          "My name is %s and I waited for hours.",
          "%s came to see me.",
          "%s was vile to my mother.",
          "%s explained it all and made me tea.",
          "We think that %s was rude to us.",
          "The nurse called %s was brilliant.",
          "My mother saw %s on Tuesday.");

  private final Redactor redactor = new Redactor(List.of());

  private String redact(String text) {
    PlaceNames places =
        new PlaceNames(List.of("Ash Ward", "Rose Ward", "The John Radcliffe Hospital"));
    return redactor.redact(text, places, new NameTokens(), true).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"as it is written", "SHOUTED"})
  void areWhole(String how) {
    int names = 0;
    List<String> left = new ArrayList<>();
    for (String first : FIRST_NAMES) {
      for (String surname : SURNAMES) {
        for (String frame : FRAMES) {
          String text = frame.formatted(first + ' ' + surname);
          String out = redact(how.equals("SHOUTED") ? text.toUpperCase(Locale.ROOT) : text);
          names++;
          if (has(out, first) || has(out, surname)) {
            left.add(out);
          }
        }
      }
    }
    System.out.printf(
        "Full names, %s: recall %s, left: %s%n",
        how, new Wilson(names - left.size(), names), left.subList(0, Math.min(40, left.size())));
    assertThat((double) (names - left.size()) / names)
        .as("%s", left)
        .isGreaterThanOrEqualTo(how.equals("SHOUTED") ? 0.99 : 1);
  }

  private static boolean has(String out, String word) {
    return List.of(out.toUpperCase(Locale.ROOT).split("[^A-Z]+", -1))
        .contains(word.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thank you to john smith for everything | thank you to [STAFF-1] for everything",
        "nurse sarah brown held my hand | nurse [STAFF-1] held my hand",
        "Thank you Grace Hall. | Thank you [STAFF-1].",
        "Great Care From Nurse John Smith | Great Care From Nurse [STAFF-1]",
        "Peter van der Berg was rude. | [STAFF-1] was rude.",
        "Jack Brown's mother waited. | [STAFF-1]'s mother waited.",
        "Rose Hill explained it all. | [STAFF-1] explained it all.",
        "Will Smith was kind. Will Taylor come back? | [STAFF-1] was kind. Will [STAFF-2] come back?"
      })
  void areWholeInOtherTexts(String text, String expected) {
    assertThat(redact(text)).isEqualTo(expected);
  }

  /** Also by the first name alone, which is one where the whole name stands in another answer. */
  @Test
  void areOnePersonInAllAnswers() {
    List<Redactor.Text> texts =
        List.of(
            new Redactor.Text("John Smith was vile to my mother.", true),
            new Redactor.Text("It was John again, john laughed.", true));
    assertThat(redactor.redact(texts, PlaceNames.NONE, new NameTokens()))
        .extracting(Redaction::text)
        .containsExactly(
            "[STAFF-1] was vile to my mother.", "It was [STAFF-1] again, [STAFF-1] laughed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We came to Ash ward from Rose Ward.",
        "They moved me to the John Radcliffe by ambulance.",
        "The John Radcliffe Hospital is too far.",
        "Jack Daniel's would have tasted better.",
        "Mark my words, this ward is bad.",
        "Will you fix the lift? May I say thank you.",
        "Will Ash ward get a new lift?",
        "Hope Ash ward gets a new lift.",
        "I WILL COOK MY OWN FOOD",
        "Rose Ward was full and so was Rose Hill ward.",
        "Sue Ryder sent somebody.",
        "She was a real Florence Nightingale.",
        "Marie Curie were there at once.",
        "The St John Ambulance crew came.",
        "We went to Marks and Spencer and to Mark and Spencer.",
        "Rose Cottage was clean and so was the Rose Garden.",
        "They moved me to Rose Hill.",
        "Hope House was full.",
        "Dean Street clinic was shut.",
        "The Lord Nelson pub was loud.",
        "Bill Monday to me.",
      })
  void areNotWhatLooksLikeThem(String text) {
    assertThat(redact(text)).isEqualTo(text);
  }
}
