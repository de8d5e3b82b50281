package org.heard.feedback.redaction;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.redaction.Redaction.Removed;

/**
 * Takes structured identifiers out of a text: email addresses, NHS numbers, telephone numbers,
 * postcodes, and dates that could be a date of birth. A doubtful case goes: a removed ward
 * extension costs a word, a kept telephone number names a person. Pure and safe for use by many
 * threads.
 *
 * <p>Rules and traps: NHS numbers by their check digit, and any ten digits written 3-3-4 or near
 * the word NHS, because a slip of the pen must not let a number through; postcodes by the six
 * official shapes and GIR 0AA; times ("07:30"), doses and years alone stay.
 */
public final class Redactor {
  /** Changes whenever the same text could come out differently. */
  public static final String VERSION = "structured-2";

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}._%+'-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?"
              + "[\\p{L}\\p{M}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{M}\\p{N}-]{1,63}){1,6}",
          Pattern.CASE_INSENSITIVE);

  /** Between two digits of one number, which may go on in the next line. */
  private static final String GAP = "[ .\\-\\r\\n]{0,3}";

  private static final Pattern TEN_DIGITS =
      Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){9}(?!" + GAP + "[0-9])");
  private static final Pattern THREE_THREE_FOUR =
      Pattern.compile("[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{3}[ .\\-\\r\\n]{1,3}[0-9]{4}");
  private static final Pattern NHS_NEAR =
      Pattern.compile("\\bn\\.?\\s?h\\.?\\s?s\\b|\\bhospital (?:no|num)", Pattern.CASE_INSENSITIVE);
  private static final int NEAR = 40;

  /** UK numbers as people write them: 0 or +44, then nine or ten digits in any grouping. */
  private static final Pattern UK_PHONE =
      Pattern.compile(
          "(?<![0-9])(?:(?:\\+|00)\\s?44[ .\\-\\r\\n]{0,3}(?:\\(0\\))?|\\(?0)[ .\\-\\r\\n]{0,3}[1-9]"
              + "(?:[ .()\\-\\r\\n]{0,3}[0-9]){8,9}(?![0-9])");

  private static final Pattern POSTCODE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:GIR[ ]{0,2}0AA|"
              + "(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
              + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])"
              + "[ \\-]{0,3}[0-9][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String DAY_WORD = DAY + "\\s?(?:st|nd|rd|th)?";
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
          Pattern.CASE_INSENSITIVE);

  /** After "born" or "d.o.b." a bare year, a month and year or six or eight digits are enough. */
  private static final Pattern BIRTH =
      Pattern.compile(
          "(?:\\bborn(?:\\s(?:on|in))?(?:\\sthe)?|\\bd\\.?\\s?o\\.?\\s?b\\b\\.?"
              + "|\\bdate of birth|\\bbirth\\s?da(?:y|te))(?:\\s?(?:is|was|:|-|=|on|the)){0,3}\\s?("
              + ("(?:[0-9]{8}|[0-9]{6}|" + DAY_WORD + "\\s?(?:of\\s)?" + MONTH)
              + ("|" + MONTH + "\\s?" + DAY_WORD)
              + ("|(?:" + MONTH + "\\s)?(?:18|19|20)[0-9]{2})")
              + ")(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AT_IN_WORDS =
      Pattern.compile("\\(at\\)|\\[at\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** The text without its structured identifiers. */
  public Redaction redact(String text) {
    String folded = Folded.of(text);
    List<Removed> found = new ArrayList<>();
    if (mayHoldAnAddress(folded)) {
      collect(EMAIL, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (DIGIT.matcher(folded).find()) {
      collectNumbers(folded, found);
    }
    return replace(text, withoutOverlaps(found));
  }

  private static boolean mayHoldAnAddress(String text) {
    return text.indexOf('@') >= 0 || AT_IN_WORDS.matcher(text).find();
  }

  /** All but the email address holds a digit, and most comments hold none. */
  private static void collectNumbers(String folded, List<Removed> found) {
    collectNhsNumbers(folded, found);
    collect(BIRTH, 1, folded, IdentifierKind.DATE, found);
    collect(DATE, 0, folded, IdentifierKind.DATE, found);
    collect(UK_PHONE, 0, folded, IdentifierKind.PHONE, found);
    collectPhones(folded, found);
    collect(POSTCODE, 0, folded, IdentifierKind.POSTCODE, found);
  }

  private static void collect(
      Pattern pattern, int group, String text, IdentifierKind kind, List<Removed> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(new Removed(kind, matcher.start(group), matcher.end(group)));
    }
  }

  private static void collectNhsNumbers(String text, List<Removed> found) {
    Matcher matcher = TEN_DIGITS.matcher(text);
    while (matcher.find()) {
      String written = matcher.group();
      boolean near =
          NHS_NEAR
              .matcher(text.substring(Math.max(0, matcher.start() - NEAR), matcher.start()))
              .find();
      if (near
          || THREE_THREE_FOUR.matcher(written).matches()
          || NhsNumber.isValid(written.replaceAll("[^0-9]", ""))) {
        found.add(new Removed(IdentifierKind.NHS_NUMBER, matcher.start(), matcher.end()));
      }
    }
  }

  private static void collectPhones(String text, List<Removed> found) {
    for (PhoneNumberMatch match : PHONES.findNumbers(text, "GB", Leniency.VALID, text.length())) {
      found.add(new Removed(IdentifierKind.PHONE, match.start(), match.end()));
    }
  }

  /** Of two identifiers that overlap the one found first stands, widened to cover both. */
  private static List<Removed> withoutOverlaps(List<Removed> found) {
    List<Removed> kept = new ArrayList<>();
    List<Removed> ordered = new ArrayList<>(found);
    ordered.sort(Comparator.comparingInt(Removed::start));
    for (Removed next : ordered) {
      Removed last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last == null || next.start() >= last.end()) {
        kept.add(next);
      } else {
        IdentifierKind kind = last.kind().compareTo(next.kind()) <= 0 ? last.kind() : next.kind();
        kept.set(
            kept.size() - 1, new Removed(kind, last.start(), Math.max(last.end(), next.end())));
      }
    }
    return kept;
  }

  private static Redaction replace(String text, List<Removed> removed) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (Removed identifier : removed) {
      out.append(text, from, identifier.start()).append(identifier.kind().token());
      from = identifier.end();
    }
    return new Redaction(out.append(text, from, text.length()).toString(), List.copyOf(removed));
  }
}
