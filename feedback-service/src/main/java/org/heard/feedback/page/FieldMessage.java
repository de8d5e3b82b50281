package org.heard.feedback.page;

import org.heard.feedback.problem.ErrorCode;

/**
 * What to tell a person about one wrong value.
 *
 * @param field the id of the field, empty if it is none in particular
 */
public record FieldMessage(String field, String text) {

  /** In plain words, what this code means at this field. */
  public static FieldMessage of(String field, ErrorCode code) {
    return new FieldMessage(field, words(field, code));
  }

  private static String words(String field, ErrorCode code) {
    return switch (code) {
      case EMPTY_SUBMISSION -> "Choose an answer, or write something.";
      case INVALID_RATING -> "Choose one of the six answers.";
      case TEXT_TOO_LONG -> subject(field) + " is too long. Please shorten it.";
      case FORM_EXPIRED -> "The page was open for a long time. Please press the button once more.";
      case FORM_TOO_FAST -> "That was very quick. Please wait a second and press it again.";
      case FORM_TRAP -> "Something filled in a hidden field. Please press the button once more.";
      case FORBIDDEN -> "This came from another page. Please press the button here.";
      case RATE_LIMITED -> "Many answers come just now. Wait a little, then press it again.";
      case UNAVAILABLE -> "We could not store it just now. Wait a little, then press it again.";
      case INTERNAL -> "Something went wrong here. Wait a little, then press it again.";
      case ID_REUSED ->
          "You have sent an answer from this page before, and it is kept as it was. If you press the"
              + " button, this counts as one more answer.";
      case INVALID_DAY -> "Give the day on the card, not a later one and none of long ago.";
      case WARD_MISMATCH -> "This desk was on no such ward on that day.";
      case UNKNOWN_WARD -> "Choose a ward.";
      case UNKNOWN_FIELD -> "There is something in this page that is not ours. Open it again.";
      default -> "This cannot be so. Please check it.";
    };
  }

  /** Several texts may be too long at once, and their messages stand together. */
  private static String subject(String field) {
    return switch (field) {
      case "good" -> "What was good";
      case "improve" -> "What could be better";
      case "why" -> "The reason";
      case "name" -> "The name";
      case "phone" -> "The phone number";
      case "email" -> "The email address";
      default -> "A text";
    };
  }
}
