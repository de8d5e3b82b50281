package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/** Beds, bays, rooms and the like, by number, letter or word. */
final class Beds {
  private static final String PLACE =
      "(?:bed(?:[\\s-]?space)?s?|bays?|(?:side[\\s-]?|bed)?rooms?|cubicles?|trolleys?|cots?|chairs?|pods?)";

  /** Said to be a number, or the mark that stands for it. */
  private static final String NUMBERED = "\\s?(?:no|num(?:ber)?|nr|n°|№|#)\\.?";

  private static final String UNITS =
      "(?!\\s?(?:am|pm|h(?:ou)?rs?|min(?:ute)?s?|days?|times?|weeks?|nights?|people|o'?clock"
          + "|%|years?|months?|feet|foot|ft|met(?:re|er)s?|inch(?:es)?|out of|stars?|degrees"
          + "|of (?:which|them|us|these|those|whom))\\b)";
  private static final String BED_NUMBER = "[0-9]{1,3}[a-h]?(?![0-9:/.]?[0-9])";
  private static final String MARKED = "\\s?[:=#/_(\"'\\[-]{1,2}\\s?";
  private static final Pattern BED =
      Pattern.compile(
          ("\\b" + PLACE + "(?:")
              + ("(?:\\s(?:is|was))?"
                  + NUMBERED
                  + "(?:"
                  + MARKED
                  + "|\\s{0,2})"
                  + BED_NUMBER
                  + UNITS)
              + ("|\\s?" + BED_NUMBER + UNITS)
              + ("|\\." + BED_NUMBER + UNITS)
              + ("|" + MARKED + BED_NUMBER + UNITS + Days.NOT_COUNTED)
              + ")"
              + ("(?:\\s?(?:or|and|&|/|-|,)\\s?"
                  + BED_NUMBER
                  + UNITS
                  + Days.NOT_COUNTED
                  + "){0,4}"),
          CASE_INSENSITIVE);

  /** One that is told of a bed, and none of what it measures. */
  private static final Pattern BED_THAT_WAS =
      Pattern.compile(
          "\\b(?:bed|bay)\\s(?:is|was)\\s" + BED_NUMBER + UNITS + Days.NOT_COUNTED,
          CASE_INSENSITIVE);

  private static final Pattern BEDS =
      Pattern.compile(
          "\\b(?:bed|bay|room|cubicle)s\\s"
              + BED_NUMBER
              + ("(?:\\s?(?:or|and|&|/|-|,|to)\\s?"
                  + BED_NUMBER
                  + UNITS
                  + Days.NOT_COUNTED
                  + "){1,4}"),
          CASE_INSENSITIVE);
  private static final Pattern LETTERED_BED =
      Pattern.compile(
          ("\\b(?i:" + PLACE + ")(?:\\s|\\s?[:=/_(-]{1,2}\\s?)")
              + "(?:(?i:[A-H])-?[0-9]{1,3}\\b|[A-H](?![\\p{L}'’]))"
              + ("|\\b(?i:" + PLACE + ")(?:\\s?[:=_(]\\s?|-)[b-h](?![\\p{L}'’])"));

  private static final String BED_IN_WORDS =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen|twenty)\\b";
  private static final Pattern WORDED_BED =
      Pattern.compile(
          ("\\b" + PLACE + "(?:" + NUMBERED + "(?:\\s|" + MARKED + ")" + BED_IN_WORDS)
              + ("|(?:\\s|" + MARKED + ")" + BED_IN_WORDS + "(?!")
              + "\\s(?:hours?|minutes?|mins?|days?|times?|weeks?|nights?|more|people|nurses"
              + "|staff|o'?clock|or|to|thing|ward|and a half"
              + "|of(?!\\s(?:the\\s)?(?:bay|ward|room|bed|side)))))",
          CASE_INSENSITIVE);

  private Beds() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.place()) {
      Found.collect(BED, 0, folded, IdentifierKind.BED, found);
      Found.collect(BED_THAT_WAS, 0, folded, IdentifierKind.BED, found);
      Found.collect(BEDS, 0, folded, IdentifierKind.BED, found);
      Found.collect(LETTERED_BED, 0, folded, IdentifierKind.BED, found);
      Found.collect(WORDED_BED, 0, folded, IdentifierKind.BED, found);
    }
  }
}
