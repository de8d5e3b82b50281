package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells whether the words around a name show that its person cares for others: what leads to it
 * ("thank you to Jo", "seen by Jo", "the porter Jo"), what Jo is ("Jo, my nurse"), and what Jo
 * does ({@link Conduct}). Nothing else shows it, however kind the rest of the sentence is.
 */
final class Carer {
  private static final Set<String> LIST_WORDS =
      Set.of("and", "title", "role", "article", "possessive", "good");
  private static final Set<String> WARD = Set.of("ward", "night", "charge", "junior", "senior");
  private static final Set<String> CARING = Set.of("after", "for");
  private static final Set<Gap> APART = Set.of(Gap.COMMA, Gap.DASH, Gap.OPEN, Gap.COLON);
  private static final Set<String> NOT_OWN = Set.of("and", "possessive", "title", "relation");

  private static final Set<String> OTHERS =
      Set.of("other", "night", "day", "whole", "of", "entire", "nursing", "theatre", "medical");

  /** "A really lovely nurse on nights called". */
  private static final int NEAR = 6;

  private final Around around;
  private final Conduct conduct;

  Carer(Around around) {
    this.around = around;
    conduct = new Conduct(around);
  }

  /**
   * Whether the name is shown by what its person is: "the porter Jo", "Jo, my nurse".
   *
   * @param first word of the name
   * @param next word behind it
   */
  boolean isOfStaff(int first, int next) {
    return !around.isOwner(next - 1)
        && (isRole(head(first), endOfList(next), first, next)
            || isCalled(first)
            || isRoleBehind(next)
            || isAtWork(next));
  }

  /**
   * Whether the name is shown by what leads to it, and by what is said of it.
   *
   * @param first word of the name
   * @param next word behind it
   */
  boolean isShown(int first, int next) {
    if (around.isOwner(next - 1)) {
      return isOwnMerit(next);
    }
    int lead = lead(first);
    return isLed(lead, first, next)
        || isHeaded(head(first))
        || (!around.is("saying", lead) && conduct.isShown(endOfList(next)));
  }

  /** "Jo's kindness", "Jo's lovely manner", "Jo's care of me". */
  private boolean isOwnMerit(int next) {
    int what = next;
    while (what < next + 2 && around.isJoined(what) && isPraising(what)) {
      what++;
    }
    boolean care = around.plain(what).equals("care") && around.plain(what + 1).equals("of");
    return around.isJoined(what) && (care || around.is("merit", what));
  }

  private boolean isPraising(int place) {
    return around.isAdverb(place) || around.is("conduct", place);
  }

  /** "Porter Jo", "the porter, Jo, came", "the paramedics, Jo and Sam". */
  private boolean isRole(int head, int end, int first, int next) {
    boolean titled =
        around.isJoined(head)
            && around.context(head - 1).equals("title")
            && !isOneOfStaff(head - 1);
    int before = titled ? head - 2 : head - 1;
    if (around.isJoined(head) && around.plain(head - 1).equals("sister")) {
      return !around.context(head - 2).equals("possessive");
    }
    boolean sister = around.plain(before).equals("sister") && isOfWard(before - 1);
    if (!(isOneOfStaff(before) || sister) || around.isOwner(before)) {
      return false;
    }
    boolean several = head != first || end != next;
    if (around.gap(before + 1) != Gap.NONE) {
      boolean apart = APART.contains(around.gap(before + 1));
      return apart && (around.gap(end) != Gap.NONE || conduct.isShown(end));
    }
    return (several || !around.plain(before).endsWith("s"))
        && !SomebodysNurse.is(around, first, next);
  }

  private boolean isOfWard(int place) {
    return WARD.contains(around.plain(place));
  }

  /** "Staff: Jo, Sam and Priya". */
  private boolean isHeaded(int head) {
    boolean mentioned = around.is("thanks-for", head - 1);
    return (around.gap(head) == Gap.COLON && (mentioned || around.is("colleagues", head - 1)))
        || (around.gap(head) == Gap.DASH && mentioned);
  }

  /** The first word of the first name in the list that a name is of. */
  private int head(int first) {
    int head = first;
    while (head > 1) {
      int before = around.context(head - 1).equals("title") ? head - 2 : head - 1;
      boolean and = around.context(before).equals("and");
      Gap gap = around.gap(before + 1);
      boolean listed = and || gap == Gap.COMMA || gap == Gap.SLASH;
      before -= and ? 1 : 0;
      if (!listed || !around.isName(before) || around.gap(before + 1) == Gap.START) {
        return head;
      }
      head = around.first(before);
    }
    return head;
  }

  private boolean isOneOfStaff(int place) {
    return around.is("profession", place) || around.is("role", place);
  }

  /** "A nurse called Jo", "the porter whose name was Jo". */
  private boolean isCalled(int first) {
    int called = first - 1;
    if (around.context(called).equals("be") && around.context(called - 1).equals("called")) {
      called--;
    }
    if (!around.isJoined(first) || !around.context(called).equals("called")) {
      return false;
    }
    for (int i = called - 1; i > called - NEAR && i >= 0; i--) {
      if (isOneOfStaff(i)) {
        return true;
      }
    }
    return false;
  }

  /** "Jo the HCA", "Jo, my lovely nurse", "Jo (midwife)", "Jo was our midwife". */
  private boolean isRoleBehind(int next) {
    int what = next;
    Gap gap = around.gap(next);
    boolean is = gap == Gap.NONE && around.context(what).equals("be");
    what += is ? 1 : 0;
    boolean determined = around.isDetermining(what);
    boolean apart = APART.contains(gap);
    if (!determined && !apart) {
      return false;
    }
    what += determined ? 1 : 0;
    for (int i = what; i < what + 4 && (i == next || around.isJoined(i)); i++) {
      if (isOneOfStaff(i)) {
        return !around.isOwner(i) && !around.isName(i + 1) && !around.is("colleagues", i + 1);
      }
      if (around.removed(i) != null || around.context(i).equals("did")) {
        return false;
      }
    }
    return false;
  }

  /** "Jo on reception", "Jo from the pharmacy". */
  private boolean isAtWork(int next) {
    if (around.gap(next) == Gap.OPEN && around.is("workplace", next)) {
      return true;
    }
    int where = around.isDetermining(next + 1) ? next + 2 : next + 1;
    boolean on = Set.of("on", "from", "in", "at").contains(around.plain(next));
    where += around.plain(where).equals("night") || around.plain(where).equals("day") ? 1 : 0;
    return on && around.isJoined(next) && around.follows("workplace", where);
  }

  /** The last word of what leads to a name or to the list that it is of; -1 if nothing does. */
  private int lead(int first) {
    int place = first;
    while (place > 0) {
      Gap gap = around.gap(place);
      boolean listed =
          (gap == Gap.COMMA || gap == Gap.SLASH)
              && (around.isName(place - 1)
                  || isInBrackets(place - 1)
                  || around.context(place).equals("and"));
      listed |= isInBrackets(place);
      if (gap != Gap.NONE && gap != Gap.COLON && !listed) {
        return -1;
      }
      place--;
      if (around.isOwner(place)) {
        return -1;
      }
      if (!around.isName(place) && !isOfList(place)) {
        return place;
      }
    }
    return -1;
  }

  /** "(physio)". */
  private boolean isInBrackets(int place) {
    return around.gap(place) == Gap.OPEN && isOneOfStaff(place);
  }

  private boolean isOfList(int place) {
    return LIST_WORDS.contains(around.context(place))
        && !around.is("singled", place)
        || around.is("conduct", place)
        || around.is("colleagues", place);
  }

  private boolean isLed(int lead, int first, int next) {
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
      case "is", "was" -> isOneOfStaff(lead - 1);
      case "for" -> around.is("thanks-for", lead - 1)
              || isNoTrouble(lead)
              || (around.plain(lead - 1).contains("wasn") && around.plain(lead - 2).equals("it"));
      case "done" -> around.plain(lead - 1).equals("well");
      case "as" -> around.plain(lead - 1).equals("such") && isOfStaffBefore(lead - 1);
      default ->
          around.is("singled", lead) ? isSingled(lead) : isThanked(lead, first, next);
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
    return around.is("thanks", thanks) || done || around.plain(thanks).equals("off");
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
    return around.plain(lead - 1).equals("much") && around.plain(lead - 2).equals("too");
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

  /** "Thank you Jo", "I must praise Jo"; "many thanks Jo" may be signed by Jo. */
  private boolean isThanked(int lead, int first, int next) {
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

  /** The word behind the list that a name is of: "Jo (midwife), Sam and the team". */
  private int endOfList(int next) {
    int end = next;
    while (end < around.size()) {
      int member = memberEnd(end);
      if (member == end) {
        return end;
      }
      end = member;
    }
    return end;
  }

  private int memberEnd(int end) {
    Gap gap = around.gap(end);
    if (gap == Gap.OPEN && isOneOfStaff(end)) {
      return end + 1;
    }
    boolean and = around.context(end).equals("and") && !around.is("adverb", end);
    boolean marked = gap == Gap.COMMA || gap == Gap.SLASH;
    if (gap == Gap.START || (!and && !marked)) {
      return end;
    }
    int member = and ? end + 1 : end;
    int begun = and || gap == Gap.SLASH ? member : around.size();
    int last = member;
    while (member < around.size()
        && (member == end || around.isJoined(member))
        && !around.isName(member)
        && isOfMember(member)) {
      last = around.is("colleagues", member) ? member + 1 : last;
      member++;
    }
    if (around.isName(member) && (member == end || around.gap(member) != Gap.START)) {
      return around.isOwner(around.behind(member) - 1) ? end : around.behind(member);
    }
    return last > begun ? last : end;
  }

  private boolean isOfMember(int place) {
    String context = around.context(place);
    return context.equals("article")
        || NOT_OWN.contains(context) && !context.equals("relation")
        || context.equals("role")
        || around.is("colleagues", place)
        || OTHERS.contains(around.plain(place))
        || around.is("conduct", place);
  }
}
