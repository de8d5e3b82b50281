package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A surname behind a title goes, in capitals and without, also where it is a word besides. */
class TitledNamesTest {
  private static final List<String> TITLES =
      List.of("Dr", "Doctor", "Mr", "Mrs", "Miss", "Nurse", "Sister", "Matron", "My consultant Mr");

  private static final List<String> SURNAMES =
      List.of(
          ("Smith Jones Khan Shah Patel Singh Evans Murphy Kelly Walsh Scott Taylor Wright Clark"
                  + " Harris Lewis Morgan Cole Blake Kent Bolton Palmer Parker Ali Begum Chan Roy"
                  + " Brown Green White Black Young Long Hall Hill Wood Woods Bell Cook Cooper Baker"
                  + " Butcher Fisher Farmer Mason Potter Porter Carter Page Price King Knight Lamb"
                  + " Bird Swan Fox Stone Rivers Marsh Field Banks Winter Summers Frost Snow Rice"
                  + " Sharp Wise Moody Little")
              .split(" "));

  private static final List<String> FRAMES =
      List.of(
          "%s was rude.",
          "%s was rude to me and left.",
          "I waited for hours and then %s came.",
          "I saw %s on Monday.",
          "%s on nights was rude.",
          "The lady said %s in the next room was shouting.",
          "I was seen by %s.",
          "Thank you to %s and the team.");

  private final Redactor redactor = new Redactor(List.of());

  private String redact(String text) {
    return redactor.redact(text, PlaceNames.NONE, new NameTokens(), true).text();
  }

  @ParameterizedTest
  @CsvSource({"as it is written, 0.995", "lower case, 0.91", "SHOUTED, 0.975"})
  void goBehindTheirTitles(String how, double floor) {
    int names = 0;
    List<String> left = new ArrayList<>();
    for (String title : TITLES) {
      for (String surname : SURNAMES) {
        for (String frame : FRAMES) {
          String text = frame.formatted(title + ' ' + surname);
          String out = redact(cased(text, how));
          names++;
          if (List.of(out.toLowerCase(Locale.ROOT).split("[^a-z]+"))
              .contains(surname.toLowerCase(Locale.ROOT))) {
            left.add(out);
          }
        }
      }
    }
    System.out.printf(
        "Names behind titles, %s: recall %s, left: %s%n",
        how, new Wilson(names - left.size(), names), left.subList(0, Math.min(60, left.size())));
    assertThat((double) (names - left.size()) / names).isGreaterThanOrEqualTo(floor);
  }

  private static String cased(String text, String how) {
    return switch (how) {
      case "lower case" -> text.toLowerCase(Locale.ROOT);
      case "SHOUTED" -> text.toUpperCase(Locale.ROOT);
      default -> text;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dr smith was rude | dr [] was rude",
        "Dr smith was rude | Dr [] was rude",
        "dr khan was rude to me | dr [] was rude to me",
        "my consultant dr shah was lovely | my consultant dr [] was lovely",
        "nurse brown was rude | nurse [] was rude",
        "mr khan in the next bed fell | mr [] in the next bed fell",
        "i am mrs smith | i am mrs []",
        "Nurse Brown on nights was rude. | Nurse [] on nights was rude.",
        "Mr Brown in the next room was shouting | Mr [] in the next room was shouting",
        "I saw Nurse Brown on Monday. | I saw Nurse [] on Monday.",
        "Matron Green on Ash ward was kind | Matron [] on Ash ward was kind",
        "miss hall was kind to me | miss [] was kind to me",
        "Miss Hall on reception was kind | Miss [] on reception was kind",
        "the dr young came at once | the dr [] came at once",
        "dr. brown was rude | dr. [] was rude",
        "dr brown's clinic ran late | dr []'s clinic ran late",
        "doctor bell was rude | doctor [] was rude",
        "nurse bell was kind | nurse [] was kind",
        "sister bell was kind | sister [] was kind",
        "matron bell came round | matron [] came round",
        "staff nurse bell helped me wash | staff nurse [] helped me wash",
        "nurse bell answered me | nurse [] answered me",
        "I TOLD MS YOUNG THAT I WAS ILL | I TOLD MS [] THAT I WAS ILL",
        "I ASKED MS PRICE FOR HELP | I ASKED MS [] FOR HELP",
      })
  void goInOtherTexts(String text, String expected) {
    assertThat(redact(text).replaceAll("\\[(?:STAFF|PERSON)-[0-9]+]", "[]")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sister ward was closed.",
        "i miss home",
        "I miss the food and miss my family",
        "we miss rice and i miss home cooked food",
        "miss out on lunch",
        "you will miss lunch if you wait",
        "dr was rude",
        "the doctor was kind, dr said so",
        "doctor in charge and nurse in charge",
        "the doctor young and kind",
        "we saw a doctor weeks later",
        "the nurse young and kind",
        "the nurse bell was not answered",
        "nurse manning on nights is poor",
        "a nurse rush at night",
        "nurse call button",
        "nurse bell was never answered",
        "Nurse bell did not work",
        "the nurse bell was broken",
        "THE MS DAY UNIT",
        "the ms day unit",
        "The MS Day Unit",
        "I attended MS day case",
        "MS long term",
        "the ms young people get",
        "Named nurse. Day care team in town.",
        "Ask any nurse. White walls were dirty.",
        "THE NURSE IN CHARGE WAS KIND",
      })
  void areNotWhatLooksLikeThem(String text) {
    assertThat(redact(text)).isEqualTo(text);
  }
}
