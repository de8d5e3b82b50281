package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/** The list of names and colleagues that a name is of: "Dr Jo Reed, Sam (physio) and the team". */
final class NameList {
  private static final Set<String> LIST_WORDS =
      Set.of("and", "title", "role", "article", "possessive", "good");
  private static final Set<String> MEMBER_WORDS =
      Set.of("and", "title", "role", "article", "possessive");
  private static final Set<String> OTHERS =
      Set.of("other", "night", "day", "whole", "of", "entire", "nursing", "theatre", "medical");

  /** The longest list, in words: each of its names asks for its beginning and its end. */
  private static final int LONGEST = 100;

  private final Around around;

  NameList(Around around) {
    this.around = around;
  }

  /** The first word of the first name in the list that a name is of. */
  int head(int first) {
    int head = first;
    while (head > 1 && first - head < LONGEST) {
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

  /** The word behind the list that a name is of: "Jo (midwife), Sam and the team". */
  int end(int next) {
    int end = next;
    while (end < around.size() && end - next < LONGEST) {
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
    if (gap == Gap.OPEN && around.isOneOfStaff(end)) {
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
    return MEMBER_WORDS.contains(around.context(place))
        || around.is("colleagues", place)
        || OTHERS.contains(around.plain(place))
        || around.is("conduct", place);
  }

  /** The last word of what leads to a name or to the list that it is of; -1 if nothing does. */
  int lead(int first) {
    int place = first;
    while (place > 0 && first - place < LONGEST) {
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
      if (!around.isName(place) && (!isOfList(place) || isTeamRightBefore(place))) {
        return place;
      }
    }
    return -1;
  }

  /** "Thanks to the team Tom is home", "thank you to all the staff Tom": no list goes on so. */
  private boolean isTeamRightBefore(int place) {
    return around.is("colleagues", place) && around.isName(place + 1) && around.isJoined(place + 1);
  }

  /** "(physio)". */
  private boolean isInBrackets(int place) {
    return around.gap(place) == Gap.OPEN && around.isOneOfStaff(place);
  }

  private boolean isOfList(int place) {
    boolean listed = LIST_WORDS.contains(around.context(place)) && !around.is("singled", place);
    return listed || around.is("conduct", place) || around.is("colleagues", place);
  }
}
