package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells whether what leads to a name, or to the list that it is of, says that its person cared for
 * somebody: "thank you to Jo", "seen by Jo", "lovely staff, especially Jo".
 */
final class Mention {
  private static final Set<String> CARING = Set.of("after", "for");

  /** "Treated with so much respect by". */
  private static final int NEAR = 6;

  private final Around around;

  Mention(Around around) {
    this.around = around;
  }

  /** "Staff: Jo, Sam and Priya". */
  boolean isHeaded(int head) {
    boolean mentioned = around.is("thanks-for", head - 1);
    return (around.gap(head) == Gap.COLON && (mentioned || around.is("colleagues", head - 1)))
        || (around.gap(head) == Gap.DASH && mentioned);
  }

  boolean isLed(int lead, int first, int next) {
    if (lead < 0 || isSignature(first, next)) {
      return false;
    }
    return switch (around.plain(lead)) {
      case "to" -> isThanksTo(lead);
      case "by" -> isDoneBy(lead) || around.is("given-by", lead - 1);
      case "from" -> around.is("given-by", lead - 1);
      case "with" -> around.is("meeting", lead - 1);
      case "like" -> isOfStaffBefore(lead - 1) && around.is("colleagues", lead - 1);
      case "of" -> around.plain(lead - 1).equals("team");
      case "up" -> around.plain(lead - 1).equals("big");
      case "is", "was" -> around.isOneOfStaff(lead - 1);
      case "for" ->
          around.is("thanks-for", lead - 1)
              || isNoTrouble(lead)
              || (around.plain(lead - 1).contains("wasn") && around.plain(lead - 2).equals("it"));
      case "done" -> around.plain(lead - 1).equals("well");
      case "as" -> around.plain(lead - 1).equals("such") && isOfStaffBefore(lead - 1);
      default -> around.is("singled", lead) ? isSingled(lead) : isThanked(lead, first, next);
    };
  }

  /** "Thank you, Jo Smith" and "thanks to all, Jo": who writes may be Jo. */
  private boolean isSignature(int first, int next) {
    return next >= around.size() && around.gap(first) == Gap.COMMA;
  }

  /** "Thanks to", "a big thank you must also go to", "especially to". */
  private boolean isThanksTo(int to) {
    int thanks = to - 1;
    while (around.isJoined(thanks + 1)
        && (around.is("thanks-filler", thanks) || around.is("singled", thanks))) {
      if (around.is("singled", thanks) && isSingled(thanks)) {
        return true;
      }
      thanks--;
    }
    boolean done = around.plain(thanks).equals("done") && around.plain(thanks - 1).equals("well");
    return done || around.is("thanks", thanks);
  }

  /** "Seen by", "really well looked after by". */
  private boolean isDoneBy(int by) {
    for (int i = by - 1; i > by - NEAR && around.isJoined(i + 1); i--) {
      if (around.is("done-by", i) || (isCare(i - 1) && CARING.contains(around.plain(i)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCare(int place) {
    return around.is("caring", place);
  }

  private boolean isNoTrouble(int lead) {
    return around.plain(lead - 1).equals("trouble") && around.plain(lead - 2).equals("much");
  }

  /** "The staff, especially Jo", unlike "kind to us all, especially Tom". */
  private boolean isSingled(int lead) {
    int before = around.plain(lead).equals("particular") ? lead - 2 : lead - 1;
    while (around.context(before).equals("but") || around.context(before).equals("and")) {
      before--;
    }
    return !around.is("not-staff", before)
        && !around.context(before).equals("relation")
        && isOfStaffBefore(lead);
  }

  private boolean isOfStaffBefore(int place) {
    for (int i = place; i >= 0; i--) {
      if (around.is("staff", i)) {
        return true;
      }
      if (around.gap(i) == Gap.START) {
        return false;
      }
    }
    return false;
  }

  /**
   * "Thank you Jo", "I must praise Jo"; "many thanks Jo" is signed, "thank you Jo is home" tells.
   */
  private boolean isThanked(int lead, int first, int next) {
    String behind = around.context(next);
    if (around.isJoined(next) && (behind.equals("be") || behind.equals("have"))) {
      return false;
    }
    boolean goesOn = next < around.size();
    boolean you = around.plain(lead).equals("you") && around.plain(lead - 1).equals("thank");
    if (you) {
      return goesOn || next - first == 1;
    }
    int thanks = lead;
    while (thanks > 0 && around.is("thanks-filler", thanks) && around.isJoined(thanks)) {
      thanks--;
    }
    return around.is("thanks-verb", thanks)
        ? !around.plain(thanks).equals("thank") || thanks == lead || goesOn
        : goesOn && around.is("thanks", thanks);
  }
}
