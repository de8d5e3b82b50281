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
  private static final Set<String> NOT_OWN = Set.of("and", "possessive", "title", "relation");

  /** "A really lovely nurse on nights called". */
  private static final int NEAR = 6;

  private final Around around;
  private final Conduct conduct;

  Carer(Around around) {
    this.around = around;
    conduct = new Conduct(around);
  }

  /**
   * Whether they show it.
   *
   * @param first word of the name
   * @param next word behind it
   */
  boolean isShown(int first, int next) {
    if (around.isOwner(next - 1)) {
      return isOwnMerit(next);
    }
    int lead = lead(first);
    return isRole(first, next)
        || isCalled(first)
        || isRoleBehind(next)
        || isAtWork(next)
        || isLed(lead, first, next)
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

  /** "Porter Jo", "the porter, Jo, came". */
  private boolean isRole(int first, int next) {
    int before = around.context(first - 1).equals("title") ? first - 2 : first - 1;
    boolean sister =
        around.plain(first - 1).equals("sister")
            && !around.context(first - 2).equals("possessive");
    if (around.isJoined(first) && sister) {
      return true;
    }
    if (!isOneOfStaff(before) || around.isOwner(before)) {
      return false;
    }
    Gap gap = around.gap(before + 1);
    boolean apart = gap == Gap.COMMA || gap == Gap.DASH || gap == Gap.OPEN || gap == Gap.COLON;
    return gap == Gap.NONE
        ? !SomebodysNurse.is(around, first, next)
        : apart && (around.gap(next) != Gap.NONE || conduct.isShown(next));
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
    Gap gap = around.gap(next);
    int what = next;
    boolean is = gap == Gap.NONE && around.context(what).equals("be");
    what += is ? 1 : 0;
    boolean determined = around.isDetermining(what);
    boolean apart = gap == Gap.COMMA || gap == Gap.OPEN || gap == Gap.DASH;
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
              && (around.isName(place - 1) || around.context(place).equals("and"));
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
      case "by" -> isDoneBy(lead);
      case "from" -> around.is("given-by", lead - 1);
      case "with" -> around.is("meeting", lead - 1);
      case "for" -> around.is("thanks-for", lead - 1) || isNoTrouble(lead);
      case "done" -> around.plain(lead - 1).equals("well");
      case "as" -> around.plain(lead - 1).equals("such") && isOfStaff(lead - 1);
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
    while (around.isJoined(thanks + 1) && around.is("thanks-filler", thanks)) {
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
    int done = by - 1;
    while (done > by - 4 && around.isAdverb(done)) {
      done--;
    }
    boolean after =
        Set.of("after", "for").contains(around.plain(done)) && around.is("caring", done - 1);
    return after || around.is("done-by", done);
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
        && isOfStaff(lead);
  }

  private boolean isOfStaff(int place) {
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
    return and && last > end + 1 ? last : end;
  }

  private boolean isOfMember(int place) {
    String context = around.context(place);
    return context.equals("article")
        || NOT_OWN.contains(context) && !context.equals("relation")
        || context.equals("role")
        || around.is("colleagues", place)
        || around.plain(place).equals("other")
        || around.is("conduct", place);
  }
}
