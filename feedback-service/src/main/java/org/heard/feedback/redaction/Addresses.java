package org.heard.feedback.redaction;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.regex.Pattern;

/** Addresses of the net: of mail, links, and what somebody is called on a network. */
final class Addresses {
  static final String TOP =
      "(?:com|org|net|info|uk|io|me|co|app|blog|nhs|eu|scot|wales|cymru|ie|online|ly|ee|be)";

  private static final Pattern EMAIL =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_]{1,64}\\s\\.\\s)?"
              + "[\\p{L}\\p{M}\\p{N}._%+'-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\])\\s?"
              + "[\\p{L}\\p{M}\\p{N}-]{1,63}(?:(?:\\s?\\.{1,2}\\s?|,|\\s?[(\\[]dot[)\\]]\\s?|\\sdot\\s)"
              + "[\\p{L}\\p{M}\\p{N}-]{1,63}){1,6}",
          CASE_INSENSITIVE);
  private static final Pattern SPOKEN_EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._-]{2,64}(?:\\s(?:dot|underscore)\\s[\\p{L}\\p{N}]{1,64}){0,3}\\s(?:at|@)\\s"
              + "[\\p{L}\\p{N}-]{2,63}(?:\\sdot\\s[\\p{L}]{2,20}){1,3}",
          CASE_INSENSITIVE);

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
          CASE_INSENSITIVE);

  private static final Pattern EMAIL_WITHOUT_AN_END =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}\\s?@\\s?" + MAIL_HOST + "\\b", CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?:?//?\\s?|www\\.\\s?|www\\s)\\S{1,500}(?:\\sdot\\s\\p{L}{2,20}){0,3}"
              + "|(?<![\\p{L}\\p{N}@.-])(?:[a-z0-9-]{1,63}\\.){1,4}"
              + (TOP + "(?![\\p{L}\\p{N}])(?:/\\S{0,500})?")
              + "|(?<![\\p{L}\\p{N}-])[a-z0-9-]{2,63}(?:(?: dot (?:co dot )?| \\. (?:co \\. )?)(?:com|org|net|uk))"
              + "(?![\\p{L}\\p{N}])",
          CASE_INSENSITIVE);
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
          CASE_INSENSITIVE);
  private static final Pattern HANDLE_BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.-])([\\p{L}\\p{N}.-]{1,30}_[\\p{L}\\p{N}_.-]{1,30})\\s?"
              + "(?:on\\s|\\(|,\\s|is my\\s|-\\s)(?:my\\s)?"
              + NETWORK
              + "\\b",
          CASE_INSENSITIVE);

  private Addresses() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.address()) {
      Found.collect(EMAIL, 0, folded, IdentifierKind.EMAIL, found);
      Found.collect(EMAIL_WITHOUT_AN_END, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.spokenAddress()) {
      Found.collect(SPOKEN_EMAIL, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.wordedAddress()) {
      Found.collect(EMAIL_AT_A_HOST, 0, folded, IdentifierKind.EMAIL, found);
    }
    if (signs.atSign()) {
      Found.collect(HANDLE, 0, folded, IdentifierKind.HANDLE, found);
    }
    if (signs.handleBefore()) {
      Found.collect(HANDLE_BEFORE, 1, folded, IdentifierKind.HANDLE, found);
    }
    if (signs.link()) {
      Found.collect(LINK, 0, folded, IdentifierKind.LINK, found);
    }
    if (signs.handle()) {
      Found.collect(NAMED_HANDLE, 1, folded, IdentifierKind.HANDLE, found);
    }
  }
}
