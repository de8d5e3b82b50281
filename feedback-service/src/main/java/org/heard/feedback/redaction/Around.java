package org.heard.feedback.redaction;

import java.util.List;
import org.heard.feedback.redaction.Redaction.Removed;
import org.heard.feedback.redaction.Word.Gap;

/** The words of a text around what was taken out of it. A place outside the text has no word. */
final class Around {
  private final Words words;

  /** By word, what was taken out with it; null where it stays. */
  private final Removed[] removed;

  Around(Words words, List<Removed> taken) {
    this.words = words;
    removed = new Removed[words.size()];
    for (int i = 0; i < removed.length; i++) {
      Word word = words.get(i);
      for (Removed each : taken) {
        if (each.start() < word.end() && word.start() < each.end()) {
          removed[i] = each;
        }
      }
    }
  }

  int size() {
    return removed.length;
  }

  Words words() {
    return words;
  }

  /** What was taken out here, or null. */
  Removed removed(int place) {
    return isIn(place) ? removed[place] : null;
  }

  boolean isName(int place) {
    return isIn(place) && removed[place] != null && removed[place].kind().isName();
  }

  boolean isStaff(int place) {
    return isIn(place) && removed[place] != null && removed[place].kind() == IdentifierKind.STAFF;
  }

  /** The first word of the name that this word is of. */
  int first(int place) {
    int first = place;
    while (first > 0 && removed[place].equals(removed[first - 1])) {
      first--;
    }
    return first;
  }

  /** The word behind a name. */
  int behind(int place) {
    int next = place;
    while (next < size() && removed[place].equals(removed[next])) {
      next++;
    }
    return next;
  }

  String plain(int place) {
    return isIn(place) ? words.get(place).plain() : "";
  }

  /** The group of {@code context.txt} that has the word here, or "null". */
  String context(int place) {
    return String.valueOf(NameLexicon.context(plain(place)));
  }

  /** Whether the word here, which is of no name, is of a group of {@code care.txt}. */
  boolean is(String group, int place) {
    return isIn(place) && removed[place] == null && CareWords.are(group, plain(place));
  }

  /** Whether the word here is of a group and follows without any mark. */
  boolean follows(String group, int place) {
    return isJoined(place) && is(group, place);
  }

  /** Whether a word of the group follows among so many, before any mark. */
  boolean comes(String group, int place, int most) {
    for (int i = place; i < place + most && isJoined(i); i++) {
      if (is(group, i)) {
        return true;
      }
    }
    return false;
  }

  boolean isPhrase(String group, int place) {
    return CareWords.arePhrase(group, words, place);
  }

  /** What stands before the word here; the end of the text is like the end of a sentence. */
  Gap gap(int place) {
    return isIn(place) ? words.get(place).before() : Gap.START;
  }

  /** Whether a word follows here without any mark. */
  boolean isJoined(int place) {
    return place > 0 && gap(place) == Gap.NONE;
  }

  boolean isOwner(int place) {
    return isIn(place) && words.get(place).owner();
  }

  /** What one of the staff is: "nurse", "porter". */
  boolean isOneOfStaff(int place) {
    return is("profession", place) || is("role", place);
  }

  /** "My", "the". */
  boolean isDetermining(int place) {
    String context = context(place);
    return context.equals("article") || context.equals("possessive");
  }

  /** "Very", "really"; and not "lovely". */
  boolean isAdverb(int place) {
    return is("adverb", place) || (plain(place).endsWith("ly") && !is("conduct", place));
  }

  /** The place behind at most so many adverbs. */
  int behindAdverbs(int place, int most) {
    int next = place;
    while (next < place + most && isJoined(next) && isAdverb(next)) {
      next++;
    }
    return next;
  }

  private boolean isIn(int place) {
    return place >= 0 && place < size();
  }
}
