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

  static final String TOP =
      "(?:com|org|net|info|uk|io|me|co|app|blog|nhs|eu|scot|wales|cymru|ie|online|ly|ee|be)";

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_]{1,64}\\s\\.\\s)?"
              + "[\\p{L}\\p{M}\\p{N}._%+'-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?"
              + "[\\p{L}\\p{M}\\p{N}-]{1,63}(?:(?:\\s?\\.{1,2}\\s?|,|\\s?[(\\[]dot[)\\]]\\s?|\\sdot\\s)"
              + "[\\p{L}\\p{M}\\p{N}-]{1,63}){1,6}",
          INSENSITIVE);
  private static final Pattern SPOKEN_EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._-]{2,64}(?:\\s(?:dot|underscore)\\s[\\p{L}\\p{N}]{1,64}){0,3}\\s(?:at|@)\\s"
              + "[\\p{L}\\p{N}-]{2,63}(?:\\sdot\\s[\\p{L}]{2,20}){1,3}",
          INSENSITIVE);

  private static final String MAIL_HOST =
      "(?:g(?:oogle)?mail|hotmail|yahoo|outlook|icloud|aol|btinternet|live|msn|sky|talktalk"
          + "|virginmedia|proton(?:mail)?|nhs)";

  /** "At" in a word: between what looks like a mailbox and a host, or before a host of mail. */
  private static final Pattern EMAIL_AT_A_HOST =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._-])(?:[\\p{L}\\p{N}-]{0,63}[._0-9][\\p{L}\\p{N}._-]{1,63}"
              + "|[\\p{L}\\p{N}]{1,63}\\s(?:dot|underscore)\\s[\\p{L}\\p{N}]{1,63}"
              + ("|[\\p{L}\\p{N}_-]{1,64}(?=\\sat\\s" + MAIL_HOST + "\\b)")
              + ")[0-9]{0,4}\\sat\\s(?:[\\p{L}\\p{N}-]{1,63}\\s?\\.\\s?){1,4}"
              + TOP
              + "(?![\\p{L}\\p{N}])",
          INSENSITIVE);

  private static final Pattern EMAIL_WITHOUT_AN_END =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}\\s?@\\s?" + MAIL_HOST + "\\b", INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?:?//?\\s?|www\\.\\s?|www\\s)\\S{1,500}(?:\\sdot\\s\\p{L}{2,20}){0,3}"
              + "|(?<![\\p{L}\\p{N}@.-])(?:[a-z0-9-]{1,63}\\.){1,4}"
              + (TOP + "(?![\\p{L}\\p{N}])(?:/\\S{0,500})?")
              + "|(?<![\\p{L}\\p{N}-])[a-z0-9-]{2,63}(?:(?: dot (?:co dot )?| \\. (?:co \\. )?)(?:com|org|net|uk))"
              + "(?![\\p{L}\\p{N}])",
          INSENSITIVE);
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}._%+@-])@(?:[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{1,29}"
              + "|\\s[\\p{L}\\p{N}.]{1,30}_[\\p{L}\\p{N}_.]{1,30})");
  private static final String NETWORK =
      "(?:insta(?:gram)?|ig|snap(?:chat)?|twitter|tik\\s?tok|facebook|fb|whatsapp|messenger|telegram"
          + "|discord|linkedin|youtube|skype|threads)";
  private static final Pattern NAMED_HANDLE =
      Pattern.compile(
          ("\\b" + NETWORK)
              + "(?:\\s(?:name|named|called|handle|account|id|is|it's|me|on|under|as|at)|'s){0,5}"
              + "\\s?[:=-]?\\s?([\\p{L}\\p{N}.-]*[_0-9][\\p{L}\\p{N}_.-]*)",
          INSENSITIVE);
  private static final Pattern HANDLE_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.-])([\\p{L}\\p{N}.-]{1,30}_[\\p{L}\\p{N}_.-]{1,30})\\s?"
              + "(?:on\\s|\\(|,\\s|is my\\s|-\\s)(?:my\\s)?"
              + NETWORK
              + "\\b",
          INSENSITIVE);

  /** Between two digits of one number, which may go on in the next line. */
  private static final String GAP = "[ .\\-\\r\\n]{0,3}";

  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){9}(?!" + GAP + "[0-9])");
  private static final Pattern NEARLY_TEN =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){7,10}(?![0-9])");
  private static final Pattern THREE_THREE_FOUR =
      Pattern.compile("[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{4}");

  /** Marks that stand between groups of digits on paper; between single digits they make lists. */
  private static final String WIDE_GAP = "[ .,;:/|_()\\[\\]\\-\\r\\n]{1,4}";

  private static final Pattern WIDE_THREE_THREE_FOUR =
      Pattern.compile(
          "(?<![0-9£$€])[0-9]{3}" + WIDE_GAP + "[0-9]{3}" + WIDE_GAP + "[0-9]{4}(?![0-9])");
  private static final Pattern WIDE_NINE_TO_ELEVEN =
      Pattern.compile("(?<![0-9])[0-9](?:(?:" + WIDE_GAP + ")?[0-9]){8,10}(?![0-9])");
  private static final Pattern TWO_YEARS =
      Pattern.compile("(?:19|20)[0-9]{2}[^0-9]{1,3}(?:19|20)[0-9]{2}");
  private static final String NHS = "n\\.?\\s?h\\.?\\s?s\\b";
  private static final Pattern NHS_NEAR =
      Pattern.compile("\\b" + NHS + "|\\bhospital (?:no|num)", INSENSITIVE);
  private static final Pattern NHS_AFTER = Pattern.compile("[^0-9.!?]{0,20}\\b" + NHS, INSENSITIVE);
  private static final int NEAR = 40;

  /** Eight digits before the word are a date, or two years. */
  private static final int SHORTEST_BEFORE_NHS = 9;

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

  /** In the groups in which they are told, with any marks between, or with an O for the 0. */
  private static final Pattern GROUPED_PHONE =
      Pattern.compile(
          ("(?<![0-9\\p{L}])(?:[0Oo][1-9][0-9]G[0-9]{4}G[0-9]{4}|[0Oo][1-9][0-9]{2}G[0-9]{3}G[0-9]{3,4}"
                  + "|[0Oo][1-9][0-9]{3}G[0-9]{3}G?[0-9]{2,3}|[0Oo][1-9][0-9]{2}G[0-9]{6,7}"
                  + "|44G[1-9][0-9]{2,3}G?[0-9]{3}G?[0-9]{3,4})(?![0-9])")
              .replace("G?", "(?:" + WIDE_GAP + ")?")
              .replace("G", WIDE_GAP));

  /** Without its area code, where somebody says that it is one. */
  private static final Pattern LOCAL_PHONE =
      Pattern.compile(
          "\\b(?:ring|call|phone|tel|telephone|mobile|mob|text|landline|number)(?:ed|ing)?\\b"
              + "[^0-9\\n]{0,20}?([0-9](?:[ \\-]?[0-9]){5,8}"
              + "|(?!999|111|101|1,)[0-9]{3}[/,.][0-9]{3,4})(?![0-9])",
          INSENSITIVE);

  private static final Pattern CALLED_NUMBER =
      Pattern.compile(
          "\\b(?:(?:hospital|hosp|unit|case|patient|record|reference|ref|mrn|crn|k|district|datix)"
              + "\\s?(?:no|num|number|id|ref|reference)?|mrn|crn|nino|ni number|national insurance"
              + "(?: number| no)?)\\b\\.?(?:\\s?(?:is|was|:|#|=|-)){0,2}\\s?"
              + "((?=[a-z0-9/\\-]{0,10}[0-9]{3})[a-z0-9][a-z0-9/\\-]{3,14})(?![a-z0-9])",
          INSENSITIVE);
  private static final String NUMBER_WORD = "(?:no|num|number|id|ref|reference|#)";

  /** One that is said to be a number may have gaps. */
  private static final Pattern CALLED_NUMBER_WITH_GAPS =
      Pattern.compile(
          "\\b(?:(?:hospital|hosp|unit|case|patient|record|reference|district|datix|pas|wristband|band"
              + "|complaint|episode|k)[\\s.]{0,2}"
              + NUMBER_WORD
              + "|mrn|crn|ref|reference)(?![\\p{L}])(?:[\\s.:#=(,-]|is\\b|was\\b){0,4}"
              + "([a-z]{0,3}(?:[ ./_-]{0,2}[0-9]){2}(?:[ .,/_-]?[0-9]){2,10})(?![a-z0-9])",
          INSENSITIVE);

  private static final Pattern NUMBER_CALLED_AFTER =
      Pattern.compile(
          "(?<![\\p{L}0-9£])([a-z]{0,2}[0-9]{5,9})[\\s,(-]{1,3}(?:is\\s|was\\s)?(?:(?:my|the|his|her)\\s)?"
              + "(?:hospital|hosp|patient|case|unit|record|mrn|crn)[\\s.]{0,2}(?:no|num|number|id|\\))",
          INSENSITIVE);
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z£$€.,])[0-9]{7,20}(?![0-9A-Za-z])");

  /** National Insurance numbers (HMRC, NIM39110). */
  private static final Pattern NATIONAL_INSURANCE =
      Pattern.compile(
          "(?<![A-Z0-9])[A-CEGHJ-PR-TW-Z]\\s?[A-CEGHJ-NPR-TW-Z](?:[ .,/_\\-\\r\\n]{0,2}[0-9]){6}"
              + "[ .,/_\\-\\r\\n]{0,2}[A-D](?![A-Z0-9])",
          INSENSITIVE);

  private static final String OUTWARD =
      "(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
          + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])";
  private static final String INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}";
  private static final Pattern POSTCODE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:GIR[ ]{0,2}0AA|"
              + OUTWARD
              + "[ \\-]{0,3}"
              + INWARD
              + ("|(?:" + OUTWARD + "[ .,:/_()\\r\\n\\-]{1,4}|[A-Z]{1,2} [0-9]{1,2} )")
              + ("(?!1st|2nd|3rd|(?-i:[04-9]th|[0-9](?:hr|ft)))" + INWARD)
              + ("|" + OUTWARD + " [0-9] (?!at|be|an|as|up|us|we|he|by|ed)[ABD-HJLNP-UW-Z]{2}")
              + ")(?![A-Za-z0-9])",
          INSENSITIVE);
  private static final Pattern PARTIAL_POSTCODE =
      Pattern.compile(
          "(?:\\b(?:post[\\s-]?code(?:\\s(?:is|area|(?:starts|begins|starting|beginning)(?:\\swith)?))?"
              + "|postal\\sarea|resident\\sof|(?:live|lives|lived|living|reside|stay|staying|home|house|flat|based)"
              + "(?:\\s\\p{L}{1,12}){0,2}(?:\\s(?:in|at|near|from)|(?=\\s\\())|(?:come|came|travel|travelled|moved|drive|drove|way)"
              + "\\s(?:in\\s)?(?:from|to))\\s?[:=(]?\\s?(?:the\\s)?|(?=\\p{L}{1,2}[0-9]{1,2}\\p{L}?\\spost[\\s-]?code))("
              + OUTWARD
              + ")(?![A-Za-z0-9])",
          INSENSITIVE);

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
          INSENSITIVE);

  private static final String NO_NUMBER = "(?<![0-9/]|[0-9][.,])\\b";
  private static final String NO_VERB = "(?!may\\b|mar\\b|march\\b)";
  private static final String AND_DAY = "\\s?(?:-|/|&|to|and)\\s?" + DAY_WORD;
  private static final String NOT_COUNTED =
      "(?!\\s?(?:nurses?|doctors?|staff|people|patients?|weeks?|days?|hours?|hrs?|min(?:ute)?s?"
          + "|months?|years?|times?|of|pillows?|visits?|visitors?|beds?|out|stars?|degrees)\\b)";

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
              + ("|\\b" + WEEKDAY + ",?\\s(?:the\\s)?" + ORDINAL_DAY + "\\b(?!\\sfloor)")
              + ("|\\b" + WEEKDAY + ",?\\s" + DAY + "\\s?/\\s?[01]?[0-9]\\b")
              + ("|\\b" + WEEKDAY + "[ ,]{1,2}\\(" + DAY + "/[01]?[0-9]\\)")
              + ("|\\b" + WEEKDAY + " [0-3][0-9]-(?:0[1-9]|1[0-2])(?![0-9])")
              + ("|\\b" + ORDINAL_DAY + " of (?:this|last|that|the) month\\b"),
          INSENSITIVE);

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
          INSENSITIVE);

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
              + ("|" + ORDINAL_DAY + " of (?:the )?" + ORDINAL_DAY + "(?:[ ,]{1,2}" + YEAR + ")?")
              + ("|[0-9]{8}|[0-9]{6}|" + DAY_WORD + "\\s?(?:of\\s)?" + MONTH)
              + ("|" + MONTH + "\\s?" + DAY_WORD)
              + ("|(?:" + MONTH + "[ ,-]{1,2})?(?:18|19|20)[0-9]{2}")
              + ("|" + MONTH + "[ ,-]{1,2}'?[0-9]{2}|'[0-9]{2}")
              + ("|" + DAY + "\\s?[/.-]\\s?" + MONTH_NUMBER)
              + ("|[0-9]{2}(?![/.,%:]?[0-9])" + NOT_COUNTED + "(?!\\s?[ap]\\.?m\\b)")
              + ")(?![0-9])",
          INSENSITIVE);
  private static final Pattern BIRTH_AFTER =
      Pattern.compile(
          ("(?<![0-9])(" + DATE_IN_NUMBERS + ")[\\s,(=-]{1,3}(?:is\\s|was\\s)?(?:my\\s|the\\s)?")
              + "(?:d\\.?o\\.?b\\b|date of birth|birth\\s?da(?:y|te))",
          INSENSITIVE);

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
              + ("|" + MARKED + BED_NUMBER + UNITS + NOT_COUNTED)
              + ")"
              + ("(?:\\s?(?:or|and|&|/|-|,)\\s?" + BED_NUMBER + UNITS + NOT_COUNTED + "){0,4}"),
          INSENSITIVE);

  /** One that is told of a bed, and none of what it measures. */
  private static final Pattern BED_THAT_WAS =
      Pattern.compile(
          "\\b(?:bed|bay)\\s(?:is|was)\\s" + BED_NUMBER + UNITS + NOT_COUNTED, INSENSITIVE);

  private static final Pattern BEDS =
      Pattern.compile(
          "\\b(?:bed|bay|room|cubicle)s\\s"
              + BED_NUMBER
              + ("(?:\\s?(?:or|and|&|/|-|,|to)\\s?" + BED_NUMBER + UNITS + NOT_COUNTED + "){1,4}"),
          INSENSITIVE);
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
      collect(BED_THAT_WAS, 0, folded, IdentifierKind.BED, found);
      collect(BEDS, 0, folded, IdentifierKind.BED, found);
      collect(LETTERED_BED, 0, folded, IdentifierKind.BED, found);
      collect(WORDED_BED, 0, folded, IdentifierKind.BED, found);
    }
    return found;
  }

  private static void collectAddresses(String folded, Signs signs, List<Found> found) {
    if (signs.address()) {
      collect(EMAIL, 0, folded, IdentifierKind.EMAIL, found);
      collect(EMAIL_WITHOUT_AN_END, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.spokenAddress()) {
      collect(SPOKEN_EMAIL, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.wordedAddress()) {
      collect(EMAIL_AT_A_HOST, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.atSign()) {
      collect(HANDLE, 0, folded, IdentifierKind.HANDLE, found);
    }
    if (signs.handleBefore()) {
      collect(HANDLE_BEFORE, 1, folded, IdentifierKind.HANDLE, found);
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
      collect(BIRTH_AFTER, 1, folded, IdentifierKind.DATE, found);
    }
    if (signs.date()) {
      collect(DATE, 0, folded, IdentifierKind.DATE, found);
    }
    if (signs.day()) {
      collect(DAY_OF_MONTH, 0, folded, IdentifierKind.DATE, found);
    }
    if (signs.shortDate()) {
      collect(SHORT_DATE, 1, folded, IdentifierKind.DATE, found);
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
      collect(GROUPED_PHONE, 0, folded, IdentifierKind.PHONE, found);
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
    if (signs.digits(4)) {
      collect(CALLED_NUMBER_WITH_GAPS, 1, folded, IdentifierKind.HOSPITAL_NUMBER, found);
    }
    if (signs.number(5)) {
      collect(NUMBER_CALLED_AFTER, 1, folded, IdentifierKind.HOSPITAL_NUMBER, found);
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
    collect(WIDE_THREE_THREE_FOUR, 0, text, IdentifierKind.NHS_NUMBER, found);
    collectNearNhs(NEARLY_TEN, text, found);
    collectNearNhs(WIDE_NINE_TO_ELEVEN, text, found);
  }

  private static void collectNearNhs(Pattern digits, String text, List<Found> found) {
    Matcher number = digits.matcher(text);
    while (number.find()) {
      if (!TWO_YEARS.matcher(number.group()).matches()
          && (nearNhs(text, number.start()) || beforeNhs(text, number))) {
        found.add(new Found(IdentifierKind.NHS_NUMBER, number.start(), number.end()));
      }
    }
  }

  private static boolean beforeNhs(String text, Matcher number) {
    boolean enough = number.group().replaceAll("[^0-9]", "").length() >= SHORTEST_BEFORE_NHS;
    return enough && NHS_AFTER.matcher(text).region(number.end(), text.length()).lookingAt();
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
