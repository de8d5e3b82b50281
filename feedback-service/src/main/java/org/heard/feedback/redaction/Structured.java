package org.heard.feedback.redaction;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds identifiers that have a form: addresses of the net, NHS and hospital numbers, telephone
 * numbers, postcodes, dates, beds. A doubtful case goes: a removed ward extension costs a word, a
 * kept telephone number names a person.
 */
final class Structured {
  private static final int INSENSITIVE = Pattern.CASE_INSENSITIVE;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}._%+'-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?"
              + "[\\p{L}\\p{M}\\p{N}-]{1,63}(?:\\s?\\.\\s?[\\p{L}\\p{M}\\p{N}-]{1,63}){1,6}",
          INSENSITIVE);
  private static final Pattern SPOKEN_EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._-]{2,64}(?:\\s(?:dot|underscore)\\s[\\p{L}\\p{N}]{1,64}){0,3}\\s(?:at|@)\\s"
              + "[\\p{L}\\p{N}-]{2,63}(?:\\sdot\\s[\\p{L}]{2,20}){1,3}",
          INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://|www\\.)\\S{1,500}|(?<![\\p{L}\\p{N}@.-])(?:[a-z0-9-]{1,63}\\.){1,4}"
              + "(?:com|org|net|info|uk|io|me|co|app|blog|nhs|eu|scot|wales|cymru)"
              + "(?![\\p{L}\\p{N}])(?:/\\S{0,500})?",
          INSENSITIVE);
  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\p{N}._%+@-])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{1,29}");
  private static final Pattern NAMED_HANDLE =
      Pattern.compile(
          "\\b(?:insta(?:gram)?|snap(?:chat)?|twitter|tik\\s?tok|facebook|fb|whatsapp|messenger)"
              + "(?:\\s(?:name|handle|account|id|is|it's|me|on|under|as|at)){0,5}\\s?[:=]?\\s?"
              + "([\\p{L}\\p{N}.-]*[_0-9][\\p{L}\\p{N}_.-]*)",
          INSENSITIVE);

  /** Between two digits of one number, which may go on in the next line. */
  private static final String GAP = "[ .\\-\\r\\n]{0,3}";

  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){9}(?!" + GAP + "[0-9])");
  private static final Pattern NEARLY_TEN =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){7,10}(?![0-9])");
  private static final Pattern THREE_THREE_FOUR =
      Pattern.compile("[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{4}");
  private static final Pattern NHS_NEAR =
      Pattern.compile("\\bn\\.?\\s?h\\.?\\s?s\\b|\\bhospital (?:no|num)", INSENSITIVE);
  private static final int NEAR = 40;

  /** UK numbers as people write them: 0 or +44, then nine or ten digits in any grouping. */
  private static final Pattern UK_PHONE =
      Pattern.compile(
          "(?<![0-9])(?:(?:\\+|00)\\s?44[ .\\-\\r"
              + "\\n"
              + "]{0,3}(?:\\(0\\))?|\\(?0)[ .\\-\\r"
              + "\\n"
              + "]{0,3}[1-9](?:[ .()\\-\\r"
              + "\\n"
              + "]{0,3}[0-9]){8,9}(?![0-9])");

  /** Without its area code, where somebody says that it is one. */
  private static final Pattern LOCAL_PHONE =
      Pattern.compile(
          "\\b(?:ring|call|phone|tel|telephone|mobile|mob|text|landline|number)(?:ed|ing)?\\b"
              + "[^0-9\\n]{0,20}?([0-9](?:[ \\-]?[0-9]){5,8})(?![0-9])",
          INSENSITIVE);

  private static final Pattern CALLED_NUMBER =
      Pattern.compile(
          "\\b(?:(?:hospital|hosp|unit|case|patient|record|reference|ref|mrn|crn|k|district|datix)"
              + "\\s?(?:no|num|number|id|ref|reference)?|mrn|crn|nino|ni number|national insurance"
              + "(?: number| no)?)\\b\\.?(?:\\s?(?:is|was|:|#|=|-)){0,2}\\s?"
              + "((?=[a-z0-9/\\-]{0,10}[0-9]{3})[a-z0-9][a-z0-9/\\-]{3,14})(?![a-z0-9])",
          INSENSITIVE);
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z£$€.,])[0-9]{7,20}(?![0-9A-Za-z])");

  /** National Insurance numbers (HMRC, NIM39110). */
  private static final Pattern NATIONAL_INSURANCE =
      Pattern.compile(
          "(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\s?[0-9]{2}\\s?[0-9]{2}\\s?[0-9]{2}"
              + "\\s?[A-D](?![A-Z0-9])",
          INSENSITIVE);

  private static final String OUTWARD =
      "(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
          + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])";
  private static final Pattern POSTCODE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:GIR[ ]{0,2}0AA|"
              + OUTWARD
              + "[ \\-]{0,3}[0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
          INSENSITIVE);
  private static final Pattern PARTIAL_POSTCODE =
      Pattern.compile(
          "\\b(?:post\\s?code(?:\\s(?:is|area))?|postal\\sarea|(?:live|lives|lived|living|reside|home|house|flat|based)"
              + "(?:\\s\\p{L}{1,12}){0,2}\\s(?:in|at|near|from)|(?:come|came|travel|travelled|moved|drive|drove|way)"
              + "\\s(?:in\\s)?(?:from|to))\\s?:?\\s?(?:the\\s)?("
              + OUTWARD
              + ")(?![A-Za-z0-9])",
          INSENSITIVE);

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String DAY_WORD = DAY + "\\s?(?:st|nd|rd|th)?";
  private static final String ORDINAL_DAY = DAY + "\\s?(?:st|nd|rd|th)";
  private static final String WORDED_DAY =
      "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
          + "|twentieth|thirtieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh"
          + "|eighth|ninth)|thirty[ -]first)";
  private static final String WEEKDAY =
      "(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?";
  private static final String YEAR = "(?:(?:18|19|20)[0-9]{2}|'?[0-9]{2})";
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:"
              + ("(?:0?[1-9]|[12][0-9]|3[01])\\s?[/.\\-]\\s?(?:0?[1-9]|[12][0-9]|3[01])"
                  + "\\s?[/.\\-]\\s?(?:[0-9]{4}|[0-9]{2})")
              + "|(?:18|19|20)[0-9]{2}\\s?[/.\\-]\\s?[01]?[0-9]\\s?[/.\\-]\\s?[0-3]?[0-9]"
              + ("|" + DAY_WORD + "\\s?(?:of\\s)?[ ,.\\-/]{0,2}" + MONTH + "[ ,.\\-/]{0,3}" + YEAR)
              + ("|\\b" + MONTH + "[ .,\\-/]{0,2}" + DAY_WORD + "[ ,.\\-/]{1,3}" + YEAR)
              + ")(?![0-9])",
          INSENSITIVE);

  /** A day without its year still tells an insider who it was. */
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile(
          ("\\b" + ORDINAL_DAY + "\\s?(?:of\\s)?" + MONTH + "\\b")
              + ("|(?<![0-9.,/])\\b" + DAY + "\\s(?:of\\s)?(?!may\\b|mar\\b|march\\b)" + MONTH)
              + "\\b(?!\\s?[0-9])"
              + ("|\\b(?!may\\b|mar\\b)" + MONTH + "\\s(?:the\\s)?" + ORDINAL_DAY + "\\b")
              + ("|\\b(?!may\\b|mar\\b|march\\b)" + MONTH + "\\s" + DAY + "\\b(?!\\s?[0-9:%])")
              + ("|\\b"
                  + WORDED_DAY
                  + "\\s(?:of\\s)?"
                  + MONTH
                  + "\\b(?:,?\\s(?:18|19|20)[0-9]{2})?")
              + ("|\\b" + WEEKDAY + ",?\\s(?:the\\s)?" + ORDINAL_DAY + "\\b(?!\\sfloor)")
              + ("|\\b" + WEEKDAY + ",?\\s" + DAY + "\\s?/\\s?[01]?[0-9]\\b")
              + "|(?<=\\bon )(?!24/7)[0-3]?[0-9]/[01]?[0-9](?![0-9/])",
          INSENSITIVE);

  /** With a capital, the month that is a verb in lower case. */
  private static final Pattern DAY_OF_MAY =
      Pattern.compile(
          "(?<![0-9.,/])\\b"
              + DAY
              + "\\s(?:of\\s)?(?:May|MAY|March|MARCH|Mar)\\b"
              + "|\\b(?:May|MAY|March|MARCH|Mar)\\s(?:the\\s)?"
              + DAY
              + "(?:st|nd|rd|th)?\\b");

  /** After "born" or "d.o.b." a bare year, a month and year or six or eight digits are enough. */
  private static final Pattern BIRTH =
      Pattern.compile(
          "(?:\\bborn(?:\\s(?:on|in))?(?:\\sthe)?|\\bd\\.?\\s?o\\.?\\s?b\\b\\.?"
              + "|\\bdate of birth|\\bbirth\\s?da(?:y|te))(?:\\s?(?:is|was|:|-|=|on|the)){0,3}\\s?("
              + ("(?:[0-9]{8}|[0-9]{6}|" + DAY_WORD + "\\s?(?:of\\s)?" + MONTH)
              + ("|" + MONTH + "\\s?" + DAY_WORD)
              + ("|(?:" + MONTH + "\\s)?(?:18|19|20)[0-9]{2})")
              + ")(?![0-9])",
          INSENSITIVE);

  private static final String PLACE = "(?:bed(?:\\s?space)?s?|bays?|(?:side\\s?)?rooms?|cubicles?)";
  private static final Pattern BED =
      Pattern.compile(
          "\\b"
              + PLACE
              + "\\s?(?:no\\.?|num(?:ber)?|#)?\\s?[0-9]{1,3}[a-h]?(?![0-9:/.]?[0-9])"
              + "(?!\\s?(?:am|pm|h(?:ou)?rs?|min(?:ute)?s?|days?|times?|weeks?|nights?|people|o'?clock"
              + "|%|years?|months?|of|feet|foot|ft|met(?:re|er)s?|inch(?:es)?)\\b)",
          INSENSITIVE);
  private static final Pattern LETTERED_BED =
      Pattern.compile("\\b(?i:" + PLACE + ")\\s(?:[A-H](?![\\p{L}'’])|[A-H]-?[0-9]{1,3}\\b)");
  private static final Pattern WORDED_BED =
      Pattern.compile(
          "\\b"
              + PLACE
              + "\\s(?:number\\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
              + "|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\\b"
              + "(?!\\s(?:hours?|minutes?|mins?|days?|times?|weeks?|nights?|of|more|people|nurses"
              + "|staff|o'?clock|or|to|thing|ward|and a half))",
          INSENSITIVE);

  /** Of any country, with its code or without: the shortest has one more. */
  private static final int SHORTEST_PHONE = 5;

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** A trust's own numbers. */
  private final List<Pattern> hospitalNumbers;

  Structured(List<Pattern> hospitalNumbers) {
    this.hospitalNumbers = List.copyOf(hospitalNumbers);
  }

  /**
   * An identifier in a text.
   *
   * @param start its first UTF-16 code unit
   * @param end one past its last
   */
  record Found(IdentifierKind kind, int start, int end) {}

  /** What is found in a text whose look-alike characters were made plain, in no order. */
  List<Found> find(String folded) {
    return find(folded, Signs.of(folded));
  }

  /** The same; what the text shows no sign of is not looked for. */
  List<Found> find(String folded, Signs signs) {
    List<Found> found = new ArrayList<>();
    collectAddresses(folded, signs, found);
    if (signs.digits(1)) {
      collectNumbers(folded, signs, found);
    }
    collectDays(folded, signs, found);
    if (signs.place()) {
      collect(BED, 0, folded, IdentifierKind.BED, found);
      collect(LETTERED_BED, 0, folded, IdentifierKind.BED, found);
      collect(WORDED_BED, 0, folded, IdentifierKind.BED, found);
    }
    return found;
  }

  private static void collectAddresses(String folded, Signs signs, List<Found> found) {
    if (signs.address()) {
      collect(EMAIL, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.spokenAddress()) {
      collect(SPOKEN_EMAIL, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.atSign()) {
      collect(HANDLE, 0, folded, IdentifierKind.HANDLE, found);
    }
    if (signs.link()) {
      collect(LINK, 0, folded, IdentifierKind.LINK, found);
    }
    if (signs.handle()) {
      collect(NAMED_HANDLE, 1, folded, IdentifierKind.HANDLE, found);
    }
  }

  private static void collectDays(String folded, Signs signs, List<Found> found) {
    if (signs.birth()) {
      collect(BIRTH, 1, folded, IdentifierKind.DATE, found);
    }
    if (signs.date()) {
      collect(DATE, 0, folded, IdentifierKind.DATE, found);
    }
    if (signs.day()) {
      collect(DAY_OF_MONTH, 0, folded, IdentifierKind.DATE, found);
    }
    if (signs.may()) {
      collect(DAY_OF_MAY, 0, folded, IdentifierKind.DATE, found);
    }
  }

  /** Most comments hold no digit, and most others a few. */
  private void collectNumbers(String folded, Signs signs, List<Found> found) {
    if (signs.digits(8)) {
      collectNhsNumbers(folded, found);
    }
    if (signs.digits(10)) {
      collect(UK_PHONE, 0, folded, IdentifierKind.PHONE, found);
    }
    if (signs.digits(SHORTEST_PHONE)) {
      collect(LOCAL_PHONE, 1, folded, IdentifierKind.PHONE, found);
      collectPhones(folded, found);
    }
    if (signs.postcode()) {
      collect(POSTCODE, 0, folded, IdentifierKind.POSTCODE, found);
    }
    if (signs.partialPostcode()) {
      collect(PARTIAL_POSTCODE, 1, folded, IdentifierKind.POSTCODE, found);
    }
    if (signs.number(3)) {
      collect(CALLED_NUMBER, 1, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    if (signs.number(7)) {
      collect(LONG_NUMBER, 0, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    if (signs.digits(6)) {
      collect(NATIONAL_INSURANCE, 0, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    for (Pattern own : hospitalNumbers) {
      collect(own, 0, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
  }

  private static void collect(
      Pattern pattern, int group, String text, IdentifierKind kind, List<Found> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.end(group) > matcher.start(group)) {
        found.add(new Found(kind, matcher.start(group), matcher.end(group)));
      }
    }
  }

  private static void collectNhsNumbers(String text, List<Found> found) {
    Matcher matcher = TEN_DIGITS.matcher(text);
    while (matcher.find()) {
      String written = matcher.group();
      if (nearNhs(text, matcher.start())
          || THREE_THREE_FOUR.matcher(written).matches()
          || NhsNumber.isValid(written.replaceAll("[^0-9]", ""))) {
        found.add(new Found(IdentifierKind.NHS_NUMBER, matcher.start(), matcher.end()));
      }
    }
    Matcher nearly = NEARLY_TEN.matcher(text);
    while (nearly.find()) {
      if (nearNhs(text, nearly.start())) {
        found.add(new Found(IdentifierKind.NHS_NUMBER, nearly.start(), nearly.end()));
      }
    }
  }

  private static boolean nearNhs(String text, int start) {
    return NHS_NEAR.matcher(text.substring(Math.max(0, start - NEAR), start)).find();
  }

  private static void collectPhones(String text, List<Found> found) {
    for (PhoneNumberMatch match : PHONES.findNumbers(text, "GB", Leniency.VALID, text.length())) {
      found.add(new Found(IdentifierKind.PHONE, match.start(), match.end()));
    }
  }
}
