package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Tells whether the words around a name show that its person cares for others: what leads to it
 * ("thank you to Jo", "seen by Jo", "the porter Jo"), what Jo is ("Jo, my nurse"), and what Jo does
 * ({@link Conduct}). Nothing else shows it, however kind the rest of the sentence is.
 */
final class Carer {
  private static final Set<Gap> APART = Set.of(Gap.COMMA, Gap.DASH, Gap.OPEN, Gap.COLON);
  private static final Set<String> WARD = Set.of("ward", "night", "charge", "junior", "senior");
  private static final Set<String> AT = Set.of("on", "from", "in", "at");

  /** "A really lovely nurse on nights called". */
  private static final int NEAR = 6;

  /** "My very lovely student midwife". */
  private static final int FAR = 4;

  private final Around around;
  private final NameList list;
  private final Mention mention;
  private final Conduct conduct;

  Carer(Around around) {
    this.around = around;
    list = new NameList(around);
    mention = new Mention(around);
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
        && (isRole(list.head(first), list.end(next), first, next)
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
    int lead = list.lead(first);
    return mention.isLed(lead, first, next)
        || mention.isHeaded(list.head(first))
        || (!isObject(lead) && conduct.isShown(list.end(next)));
  }

  /** "The care given to Tom was", "they said Tom was", "thanks from Tom, you were". */
  private boolean isObject(int lead) {
    String context = around.context(lead);
    boolean told = context.equals("pronoun") && around.is("saying", lead - 1);
    return told
        || around.is("saying", lead)
        || context.equals("by")
        || context.equals("place")
        || context.equals("did")
        || around.plain(lead).endsWith("ed")
        || around.plain(lead).endsWith("ing");
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
            && !around.isOneOfStaff(head - 1);
    int before = titled ? head - 2 : head - 1;
    if (around.isJoined(head) && around.plain(head - 1).equals("sister")) {
      return !around.context(head - 2).equals("possessive");
    }
    boolean sister = around.plain(before).equals("sister") && isOfWard(before - 1);
    if (!(around.isOneOfStaff(before) || sister) || around.isOwner(before)) {
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
      if (around.isOneOfStaff(i) || around.is("workplace", i)) {
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
    for (int i = what; i < what + FAR && (i == next || around.isJoined(i)); i++) {
      if (around.isOneOfStaff(i)) {
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
    boolean on = AT.contains(around.plain(next));
    where += around.plain(where).equals("night") || around.plain(where).equals("day") ? 1 : 0;
    return on && around.isJoined(next) && around.follows("workplace", where);
  }
}
