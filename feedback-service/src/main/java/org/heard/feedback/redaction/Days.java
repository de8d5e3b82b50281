package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Days: of birth, of a year, of a month. Each kind of them has a long expression, which is why this
 * is long.
 */
final class Days {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String BRIEF_MONTH = "(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)";
  private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String DAY_WORD = DAY + "\\s?(?:st|nd|rd|th)?";
  private static final String ORDINAL_DAY = DAY + "\\s?(?:st|nd|rd|th)";
  private static final String WORDED_DAY =
      "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
          + "|twentieth|thirtieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh"
          + "|eighth|ninth)|thirty[ -]first)";
  private static final String ANY_ORDINAL = "(?:" + ORDINAL_DAY + "|" + WORDED_DAY + ")";
  private static final String WEEKDAY =
      "(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?";
  private static final String YEAR = "(?:(?:18|19|20)[0-9]{2}|'?[0-9]{2})";
  private static final String MONTH_NUMBER = "(?:1[0-2]|0?[1-9])";

  /** Any mark, or a new line: with a year in four digits it is no list and no time. */
  private static final String DATE_GAP = "[ /.,_:|\\\\\\-\\r\\n]{1,3}";

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:"
              + ("(?:0?[1-9]|[12][0-9]|3[01])\\s?[/.\\-]\\s?(?:0?[1-9]|[12][0-9]|3[01])"
                  + "\\s?[/.\\-]\\s?(?:[0-9]{4}|[0-9]{2})")
              + "|(?:18|19|20)[0-9]{2}\\s?[/.\\-]\\s?[01]?[0-9]\\s?[/.\\-]\\s?[0-3]?[0-9]"
              + ("|" + DAY + DATE_GAP + MONTH_NUMBER + DATE_GAP + "(?:18|19|20)[0-9]{2}")
              + ("|" + DAY_WORD + "\\s?(?:of\\s)?[ ,.\\-/]{0,2}" + MONTH + "[ ,.\\-/]{0,3}" + YEAR)
              + ("|\\b" + MONTH + "[ .,\\-/]{0,2}" + DAY_WORD + "[ ,.\\-/]{1,3}" + YEAR)
              + ")(?![0-9])",
          CASE_INSENSITIVE);

  private static final String NO_NUMBER = "(?<![0-9/]|[0-9][.,])\\b";
  private static final String NO_VERB = "(?!may\\b|mar\\b|march\\b)";
  private static final String AND_DAY = "\\s?(?:-|/|&|to|and)\\s?" + DAY_WORD;
  static final String NOT_COUNTED =
      "(?!\\s?(?:nurses?|doctors?|staff|people|patients?|weeks?|days?|hours?|hrs?|min(?:ute)?s?"
          + "|months?|years?|times?|of|pillows?|visits?|visitors?|beds?|out|stars?|degrees)\\b)";

  private static final String NOT_COUNTED_IN_WORDS =
      "(?!\\s(?:time|thing|floor|visit|day|week|appointment|admission|operation|of all)\\b)";

  /** A day without its year still tells an insider who it was. */
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile(
          ("\\b" + ORDINAL_DAY + AND_DAY + "\\s(?:of\\s)?" + MONTH + "\\b")
              + ("|" + NO_NUMBER + DAY_WORD + AND_DAY + "\\s(?:of\\s)?" + NO_VERB + MONTH + "\\b")
              + ("|\\b" + MONTH + "\\s(?:the\\s)?" + ORDINAL_DAY + AND_DAY + "\\b")
              + ("|\\b" + NO_VERB + MONTH + "\\s(?:the\\s)?" + DAY + AND_DAY + "\\b" + NOT_COUNTED)
              + ("|\\b"
                  + NO_VERB
                  + "(?:"
                  + MONTH
                  + "(?:[/-]|\\sthe\\s)|"
                  + BRIEF_MONTH
                  + "\\.\\s?)"
                  + DAY)
              + ("\\b(?!\\s?(?:[0-9%]|:\\s?[0-9]))" + NOT_COUNTED)
              + ("|" + NO_NUMBER + DAY + "(?:[/-]|(?!\\.ma)\\.?)" + MONTH + "\\b")
              + ("|\\b" + ORDINAL_DAY + "[\\s/.-]?(?:of\\s)?" + MONTH + "\\b")
              + ("|\\b" + ORDINAL_DAY + "\\s?[,.]\\s?" + NO_VERB + MONTH + "\\b")
              + ("|\\b" + ORDINAL_DAY + "\\sday\\sof\\s" + MONTH + "\\b")
              + ("|" + NO_NUMBER + DAY + "\\s(?:of\\s)?" + NO_VERB + MONTH + "\\b(?!\\s?[0-9])")
              + ("|\\b(?!may\\b|mar\\b)" + MONTH + "\\s(?:the\\s)?" + ORDINAL_DAY + "\\b")
              + ("|\\b"
                  + NO_VERB
                  + MONTH
                  + "\\s"
                  + DAY
                  + "\\b(?!\\s?(?:[0-9%]|:\\s?[0-9]))"
                  + NOT_COUNTED)
              + ("|\\b" + WORDED_DAY + "\\s(?:of\\s)?" + MONTH)
              + "\\b(?:,?\\s(?:18|19|20)[0-9]{2})?"
              + ("|\\b(?!may\\b|mar\\b|march\\s(?:first|second|third)\\b)" + MONTH)
              + ("\\s(?:the\\s)?" + WORDED_DAY + "\\b" + NOT_COUNTED_IN_WORDS)
              + ("|\\b" + WEEKDAY + ",?\\s(?:the\\s)?" + ORDINAL_DAY + "\\b(?!\\sfloor)")
              + ("|\\b" + WEEKDAY + ",?\\s" + DAY + "\\s?/\\s?[01]?[0-9]\\b")
              + ("|\\b" + WEEKDAY + "[ ,]{1,2}\\(" + DAY + "/[01]?[0-9]\\)")
              + ("|\\b" + WEEKDAY + " [0-3][0-9]-(?:0[1-9]|1[0-2])(?![0-9])")
              + ("|\\b" + ORDINAL_DAY + " of (?:this|last|that|the) month\\b"),
          CASE_INSENSITIVE);

  /** After what happens on days; "9/10" beside care is a score, as is one "from 3/10 to 9/10". */
  private static final Pattern SHORT_DATE =
      Pattern.compile(
          "\\b(?:(?:(?:re)?admitted|discharged|transferred|dated?|w/c|week commencing)"
              + "(?:\\son)?\\s?:?\\s?(?=[0-9]{1,2}[/.-])|on\\s(?:the\\s)?|(?:since|from|between|until|seen|op|operation"
              + "|home|left|surgery|visit|visited|appointment|appt|scan|clinic)(?:\\son)?\\s(?=[0-9]{1,2}/)"
              + "(?!(?:10|[0-9])/(?:10|5)\\b))((?!24/7)"
              + ("(?:" + DAY + "/" + MONTH_NUMBER)
              + ("|(?<!\\bon\\s|\\bon\\sthe\\s)" + DAY + "[.-]" + MONTH_NUMBER)
              + ("|(?<=ed on\\s)" + DAY + "[.-]" + MONTH_NUMBER + ")(?![0-9/]|[.-][0-9])")
              + ("(?:\\s?(?:-|&|to|and|until|till|til)\\s?"
                  + DAY
                  + "/"
                  + MONTH_NUMBER
                  + "(?![0-9/]))?")
              + ")(?!\\s(?:occasions|times|days|nights|visits|shifts|nurses|staff|people|patients|of)\\b)",
          CASE_INSENSITIVE);

  /** With a capital, the month that is a verb in lower case. */
  private static final Pattern DAY_OF_MAY =
      Pattern.compile(
          NO_NUMBER
              + DAY_WORD
              + ("(?:" + AND_DAY + ")?")
              + "(?:\\s|\\.(?!May (?:I|we|you|the)\\b))(?:of\\s)?(?:May|MAY|March|MARCH|Mar)\\b"
              + "|\\b(?:May|MAY|March|MARCH|Mar)(?:\\s|\\.\\s?|[/-])(?:the\\s)?"
              + DAY
              + "(?:st|nd|rd|th)?\\b"
              + ("(?:" + AND_DAY + "\\b)?"));

  /** After "born" or "d.o.b." a bare year, a month and year or six or eight digits are enough. */
  private static final String BIRTH_GAP = "[\\s/.,_:|\\\\\\-]{1,3}";

  private static final String DATE_IN_NUMBERS =
      DAY + BIRTH_GAP + MONTH_NUMBER + BIRTH_GAP + "(?:[0-9]{4}|[0-9]{2})";
  private static final Pattern BIRTH =
      Pattern.compile(
          "(?:\\bborn(?:\\s(?:on|in|back in))?(?:\\sthe)?|\\bd[./\\s]{0,2}o[./\\s]{0,2}b(?!\\p{L})\\.?"
              + "|\\b(?:date|year) of birth|\\bbirth\\s?da(?:y|te))"
              + "(?:\\s?(?:is|was|:|-|=|\\(|on|in|the)){0,3}\\s?("
              + DATE_IN_NUMBERS
              + ("|(?:18|19|20)[0-9]{2}" + BIRTH_GAP + MONTH_NUMBER + BIRTH_GAP + DAY)
              + ("|" + ANY_ORDINAL + " of (?:the )?" + ANY_ORDINAL + "(?:[ ,]{1,2}" + YEAR + ")?")
              + ("|[0-9]{8}|[0-9]{6}|" + DAY_WORD + "\\s?(?:of\\s)?" + MONTH)
              + ("|" + MONTH + "\\s?" + DAY_WORD)
              + ("|(?:" + MONTH + "[ ,-]{1,2})?(?:18|19|20)[0-9]{2}")
              + ("|" + MONTH + "[ ,-]{1,2}'?[0-9]{2}|'[0-9]{2}")
              + ("|" + DAY + "\\s?[/.-]\\s?" + MONTH_NUMBER)
              + ("|[0-9]{2}(?![/.,%:]?[0-9])" + NOT_COUNTED + "(?!\\s?[ap]\\.?m\\b)")
              + ")(?![0-9])",
          CASE_INSENSITIVE);
  private static final Pattern BIRTH_AFTER =
      Pattern.compile(
          ("(?<![0-9])(" + DATE_IN_NUMBERS + ")[\\s,(=-]{1,3}(?:is\\s|was\\s)?(?:my\\s|the\\s)?")
              + "(?:d\\.?o\\.?b\\b|date of birth|birth\\s?da(?:y|te))",
          CASE_INSENSITIVE);

  private Days() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.birth()) {
      Found.collect(BIRTH, 1, folded, IdentifierKind.DATE, found);
      Found.collect(BIRTH_AFTER, 1, folded, IdentifierKind.DATE, found);
    }
    if (signs.date()) {
      Found.collect(DATE, 0, folded, IdentifierKind.DATE, found);
    }
    if (signs.day()) {
      Found.collect(DAY_OF_MONTH, 0, folded, IdentifierKind.DATE, found);
    }
    if (signs.shortDate()) {
      Found.collect(SHORT_DATE, 1, folded, IdentifierKind.DATE, found);
    }
    if (signs.may()) {
      Found.collect(DAY_OF_MAY, 0, folded, IdentifierKind.DATE, found);
    }
  }
}
