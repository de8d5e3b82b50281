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

  /** The longest clause that can be a bare wish, such as "More kindness from the staff". */
  private static final int BARE_WISH = 7;

  private final CommentText comment;
  private final Words words;
  private final Map<String, List<Hit>> groups;
  private final boolean[] negators;
  private final boolean opensWithNothing;
  private final List<Echo> echoes;

  Reading(CommentText comment, Words words, List<Hit> all) {
    this.comment = comment;
    this.words = words;
    groups = new HashMap<>();
    for (Hit hit : Overlap.resolved(all)) {
      groups.computeIfAbsent(hit.cue().group(), group -> new ArrayList<>()).add(hit);
    }
    negators = new boolean[words.size()];
    group("negator").forEach(hit -> negators[hit.from()] = true);
    group("flip").forEach(this::clearNegators);
    opensWithNothing = has("nothing") || has("no-complaint");
    echoes = Echo.in(words);
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

  /** What the comment says again to miss it. */
  List<Echo> echoes() {
    return echoes;
  }

  /** Whether something of an echo is among these words: they name what is missed. */
  boolean echoed(int from, int to) {
    return echoes.stream().anyMatch(echo -> echo.meets(from, to));
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
