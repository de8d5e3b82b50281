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

  private static final Set<String> ME = Set.of("me", "us");
  private static final Set<String> NO_MORE = Set.of("retired", "former", "ex");
  private static final Set<String> THE = Set.of("the", "this", "that");
  private static final Set<String> NO_ATTRIBUTES =
      Set.of("be", "have", "did", "by", "place", "pronoun", "relation", "patient", "and");

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
            || isCalled(first, next)
            || isRoleBehind(first, next)
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
      return apart && (isApart(end) || conduct.isShown(end));
    }
    return (several || !around.plain(before).endsWith("s"))
        && !SomebodysNurse.is(around, first, next);
  }

  private boolean isOfWard(int place) {
    return WARD.contains(around.plain(place));
  }

  /** A mark follows, and not the end of all: "thanks to my surgeon, Tom" may be signed. */
  private boolean isApart(int place) {
    return place < around.size() && around.gap(place) != Gap.NONE;
  }

  /** "A nurse called Jo", "the porter whose name was Jo"; "the nurse called Tom over" is none. */
  private boolean isCalled(int first, int next) {
    boolean was = around.context(first - 1).equals("be");
    int called = was ? first - 2 : first - 1;
    if (!around.isJoined(first) || !around.context(called).equals("called")) {
      return false;
    }
    boolean any = was || around.context(next).equals("be") || around.plain(next).equals("who");
    boolean role = false;
    for (int i = called - 1; i > called - NEAR && i >= 0; i--) {
      role |= around.isOneOfStaff(i) || around.is("workplace", i);
      if (!any && role && (THE.contains(around.plain(i)) || isPossessive(i))) {
        return false;
      }
      if (around.gap(i) == Gap.START) {
        return role;
      }
    }
    return role;
  }

  private boolean isPossessive(int place) {
    return around.context(place).equals("possessive");
  }

  /** "Jo the HCA", "Jo, my lovely nurse", "Jo (midwife)", "Jo was our midwife". */
  private boolean isRoleBehind(int first, int next) {
    boolean joined = around.isJoined(next);
    boolean is = joined && around.context(next).equals("be");
    int what = is ? next + 1 : next;
    boolean determined = around.isDetermining(what);
    if (joined ? !determined || isObject(list.lead(first)) : !APART.contains(around.gap(next))) {
      return false;
    }
    boolean any = !Set.of("a", "an").contains(around.plain(what));
    for (int i = determined ? what + 1 : what; i < what + FAR; i++) {
      if (i > next && !around.isJoined(i)) {
        return false;
      }
      if (around.isOneOfStaff(i) && !around.isOneOfStaff(i + 1)) {
        return any && !around.isOwner(i) && (joined || endsAt(i + 1) || isInBrackets(next, i));
      }
      if (NO_MORE.contains(around.plain(i))) {
        return false;
      }
      any |= around.is("conduct", i);
      if (around.removed(i) != null || NO_ATTRIBUTES.contains(around.context(i))) {
        return false;
      }
    }
    return false;
  }

  /** Whether what somebody is ends: "Jo, the nurse,", unlike "Tom, the nurse was". */
  private boolean endsAt(int next) {
    return !around.isJoined(next) || AT.contains(around.plain(next));
  }

  private boolean isInBrackets(int open, int role) {
    return around.gap(open) == Gap.OPEN && !around.plain(role).endsWith("s");
  }

  /** "Jo on reception", "Jo from the pharmacy". */
  private boolean isAtWork(int next) {
    if (around.gap(next) == Gap.OPEN && around.is("workplace", next)) {
      return true;
    }
    int where = around.isDetermining(next + 1) ? next + 2 : next + 1;
    boolean on = AT.contains(around.plain(next));
    where += around.plain(where).equals("night") || around.plain(where).equals("day") ? 1 : 0;
    boolean withMe = around.plain(where + 1).equals("with") && ME.contains(around.plain(where + 2));
    return on && around.isJoined(next) && around.follows("workplace", where) && !withMe;
  }
}
