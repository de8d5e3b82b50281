package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One comment with everything the lexicon found in it, and what the words round a finding do to it:
 * turn it round (negation), wish for it, or mock it.
 */
final class Reading {

  /** How many words before a finding a negation still reaches it, inside its unit. */
  static final int NEGATION_REACH = 5;

  /** How many words before a finding a wish ("could be more") still reaches it. */
  private static final int WISH_BEFORE = 7;

  /** How many words after a finding a wish ("could be better") still reaches it. */
  private static final int WISH_REACH = 4;

  /** How many words round a bare topic say which way it leans. */
  private static final int BESIDE = 15;

  /** No phrase of the lexicon covers more words; a test holds it to that. */
  static final int LONGEST_PHRASE = 40;

  /** The longest clause that can be a bare wish, such as "More kindness from the staff". */
  private static final int BARE_WISH = 7;

  private final CommentText comment;
  private final Words words;
  private final Map<String, List<Hit>> groups;
  private final boolean[] negators;
  private final boolean opensWithNothing;

  Reading(CommentText comment, Words words, List<Hit> all) {
    List<Hit> found = withoutTurnedBack(all);
    this.comment = comment;
    this.words = words;
    groups = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      if (!hidden(found, i)) {
        Hit hit = found.get(i);
        groups.computeIfAbsent(hit.cue().group(), group -> new ArrayList<>()).add(hit);
      }
    }
    negators = new boolean[words.size()];
    group("negator").forEach(hit -> negators[hit.from()] = true);
    group("flip").forEach(this::clearNegators);
    opensWithNothing = has("nothing") || has("no-complaint");
  }

  /** "Could not be more friendly" holds "not friendly" and means the opposite. */
  private static List<Hit> withoutTurnedBack(List<Hit> all) {
    List<Hit> flips = all.stream().filter(hit -> hit.of("flip")).toList();
    if (flips.isEmpty()) {
      return all;
    }
    return all.stream().filter(hit -> !turnedBack(hit, flips)).toList();
  }

  private static boolean turnedBack(Hit hit, List<Hit> flips) {
    String stance = hit.cue().stance();
    boolean bad = stance.equals("absent") || stance.equals("negative");
    return (hit.of("wish") || bad) && flips.stream().anyMatch(flip -> flip.covers(hit.from()));
  }

  /**
   * A longer finding explains the words of a shorter one; an idiom hides what stands in it.
   * Findings come by place, so only those that begin a little earlier or at the same word are
   * looked at.
   */
  private static boolean hidden(List<Hit> all, int index) {
    Hit hit = all.get(index);
    if (isContext(hit)) {
      return false;
    }
    int last = index;
    while (last + 1 < all.size() && all.get(last + 1).from() == hit.from()) {
      last++;
    }
    for (int i = last; i >= 0 && all.get(i).from() >= hit.from() - LONGEST_PHRASE; i--) {
      if (i != index && all.get(i).covers(hit) && hides(all.get(i), hit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hides(Hit other, Hit hit) {
    return other.of("idiom")
        || (other.of("figure") && hit.of("alert"))
        || (other.length() > hit.length() && explains(other, hit));
  }

  private static boolean explains(Hit longer, Hit hit) {
    if (isContext(longer) || longer.of("alert") || hit.of("alert")) {
      return longer.of("alert")
          && hit.of("alert")
          && sameTheme(longer, hit)
          && longer.cue().confidence() >= hit.cue().confidence();
    }
    boolean general = !hit.of("compassion") && !hit.of("practical");
    return general || (longer.of("compassion") == hit.of("compassion") && sameTheme(longer, hit));
  }

  private static boolean sameTheme(Hit one, Hit other) {
    return one.cue().theme().equals(other.cue().theme());
  }

  private static boolean isContext(Hit hit) {
    return switch (hit.cue().group()) {
      case "negator",
          "flip",
          "wish",
          "wish-after",
          "experience",
          "idiom",
          "figure",
          "beyond",
          "hypothetical",
          "severity" ->
          true;
      default -> false;
    };
  }

  private void clearNegators(Hit flip) {
    for (int i = flip.from(); i < flip.to(); i++) {
      negators[i] = false;
    }
  }

  CommentText comment() {
    return comment;
  }

  Words words() {
    return words;
  }

  List<Hit> group(String group) {
    return groups.getOrDefault(group, List.of());
  }

  boolean has(String group) {
    return groups.containsKey(group);
  }

  /** Which words turn round what follows; not a copy. */
  boolean[] negators() {
    return negators;
  }

  boolean improve() {
    return comment.question() == Question.IMPROVE;
  }

  boolean opensWithNothing() {
    return opensWithNothing;
  }

  /** Whether the score says it went well (1, 2); false when there is none. */
  boolean ratedGood() {
    return comment.rating() != null && comment.rating() >= 1 && comment.rating() <= 2;
  }

  /** Whether the score says it went badly (4, 5); false when there is none. */
  boolean ratedPoor() {
    return comment.rating() != null && comment.rating() >= 4 && comment.rating() <= 5;
  }

  boolean negated(Hit hit) {
    if (hit.cue().phrase().negated()) {
      return false;
    }
    int unit = words.unitStart(hit.from());
    for (int i = hit.from() - 1; i >= Math.max(unit, hit.from() - NEGATION_REACH); i--) {
      if (negators[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the person asks for it: by a word of wishing, or as a bare answer to "improve". */
  boolean wished(Hit hit) {
    int start = words.clauseStart(hit.from());
    int end = words.clauseEnd(hit.from());
    return wishBefore(hit, start) || wishAfter(hit, end) || bareWish(hit, start, end);
  }

  private boolean wishBefore(Hit hit, int start) {
    int reach = Math.max(start, hit.from() - WISH_BEFORE);
    return any("wish", reach, hit.from(), w -> w.to() <= hit.from() && !toldBetween(w, hit));
  }

  /** "We could see that everyone was kind": what was told is not wished for. */
  private boolean toldBetween(Hit wish, Hit hit) {
    return any("experience", wish.to(), hit.from(), told -> told.to() <= hit.from());
  }

  private boolean wishAfter(Hit hit, int end) {
    return any("wish-after", hit.to(), Math.min(end, hit.to() + WISH_REACH), wish -> true);
  }

  private boolean bareWish(Hit hit, int start, int end) {
    return improve()
        && !opensWithNothing
        && end - start <= BARE_WISH
        && !any("experience", start, end, told -> true)
        && !any("praise", 0, words.size(), praise -> !praise.covers(hit));
  }

  /** Whether a finding of the group begins at {@code from} or later and before {@code to}. */
  boolean any(String group, int from, int to, Predicate<Hit> wanted) {
    List<Hit> hits = group(group);
    for (int i = firstFrom(hits, from); i < hits.size() && hits.get(i).from() < to; i++) {
      if (wanted.test(hits.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static int firstFrom(List<Hit> hits, int from) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).from() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether near this finding, in its clause, stands one of another group, negated or not. */
  boolean beside(Hit hit, String group, boolean negated) {
    int start = Math.max(words.clauseStart(hit.from()), hit.from() - BESIDE);
    int end = Math.min(words.clauseEnd(hit.from()), hit.to() + BESIDE);
    return any(group, start, end, other -> negated(other) == negated);
  }

  Evidence evidence(Hit hit) {
    return words.evidence(hit.from(), hit.to());
  }
}
