package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Finds the names of persons in an English text by what stands around them, never by a list alone:
 * "Hope was lovely" names somebody, "Hope you get well" does not. A doubtful word goes rather than
 * stays. What it finds and misses is measured in RATIONALE.md.
 */
final class NameFinder {
  /** From this probability on a word is taken out: where recall is more than precision. */
  static final double NAME_FROM = 0.28;

  /** From this probability on a name is not taken for that of somebody who works there. */
  static final double PERSON_FROM = 0.35;

  /** Small words that are part of the name they lead. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "dos", "das", "di", "du", "van", "von", "der", "den", "el", "al", "bin",
          "ibn", "mac", "mc", "st", "le", "la", "ap", "ab", "ter", "ten", "o");

  /** "Van der", and one more. */
  private static final int MOST_PARTICLES = 3;

  private static final NobodysNames NOBODY = new NobodysNames();

  private NameFinder() {}

  /**
   * A name in a text.
   *
   * @param start its first UTF-16 code unit
   * @param end one past its last
   * @param staff whether it is that of somebody who works there
   */
  record Name(int start, int end, boolean staff) {}

  /** The names in a text, in their order, without those of places that the directory knows. */
  static List<Name> find(String text, PlaceNames places) {
    return find(text, places, NameWeights.SHIPPED);
  }

  static List<Name> find(String text, PlaceNames places, NameWeights weights) {
    Words words = Words.of(text);
    NameCues cues = new NameCues(words);
    boolean[] named = new boolean[words.size()];
    boolean[] spared = new boolean[words.size()];
    boolean[] doubtful = new boolean[words.size()];
    spare(words, places, spared, doubtful);
    for (int i = 0; i < named.length; i++) {
      named[i] =
          !spared[i]
              && cues.isCandidate(i)
              && weights.probability(NameWeights.NAME, cues.of(i)) >= NAME_FROM;
      // Where "Day Surgery" is a place, "Sister Mary day staff" has one name.
      doubtful[i] &= cues.isCandidate(i) || begins(words.get(i));
    }
    TitledNames.mark(words, named, spared);
    spread(words, named, doubtful);
    boolean[] told = named.clone();
    FullNames.complete(words, named, spared, doubtful);
    spread(words, named, doubtful);
    return joined(words, cues, named, told, weights);
  }

  /** By word, whether it is of the name of a place or of a name that is nobody's. */
  static boolean[] spared(Words words, PlaceNames places) {
    boolean[] spared = new boolean[words.size()];
    spare(words, places, spared, new boolean[words.size()]);
    return spared;
  }

  private static void spare(Words words, PlaceNames places, boolean[] spared, boolean[] doubtful) {
    for (PlaceNames.Place place : places.in(words)) {
      Arrays.fill(spared, place.start(), place.end(), true);
      Arrays.fill(doubtful, place.start(), place.ownEnd(), !place.certain());
    }
    NOBODY.spare(words, spared, doubtful);
  }

  /**
   * The words of a name that tell whose it is wherever they stand, and the parts of those with a
   * stroke: no particle, no initial, and none that says what somebody is or does.
   */
  static Set<String> ownWords(String name) {
    Words words = Words.of(name);
    Set<String> own = new LinkedHashSet<>();
    for (String word : words.plain(0, words.size())) {
      own.add(word);
      own.addAll(List.of(word.split("-", -1)));
    }
    own.removeIf(
        word -> word.length() < 2 || PARTICLES.contains(word) || NameLexicon.context(word) != null);
    return own;
  }

  /**
   * Beside a name stands more of it: the particle that leads it, and what would be a place if it
   * stood alone ("Anne Rowan", "Rowan Smith").
   */
  private static void spread(Words words, boolean[] named, boolean[] doubtful) {
    for (int i = named.length - 2; i >= 0; i--) {
      named[i] |=
          named[i + 1]
              && ((doubtful[i] && goesOn(words, i + 1)) || leads(words, i, named, doubtful));
    }
    for (int i = 1; i < named.length; i++) {
      named[i] |= named[i - 1] && doubtful[i] && goesOn(words, i);
    }
  }

  private static boolean begins(Word word) {
    return word.before() == Gap.START && word.capital();
  }

  /** Whether the word may be of one name with the word before it. */
  private static boolean goesOn(Words words, int place) {
    return words.get(place).before() == Gap.NONE && !words.get(place - 1).owner();
  }

  /** Whether the word is a particle of the name that follows: "van der Merwe", "Nurse St Clair". */
  private static boolean leads(Words words, int place, boolean[] named, boolean[] doubtful) {
    if (!isParticle(words, place)) {
      return false;
    }
    int before = place - 1;
    while (before >= 0 && isParticle(words, before)) {
      before--;
    }
    return words.get(place).capital()
        || (before >= 0
            && (named[before]
                || doubtful[before]
                || NameLexicon.isTitle(words.get(before).plain())));
  }

  /** The word that may be of one name with this one, behind the particles between; -1 for none. */
  static int behindParticles(Words words, int place) {
    int next = place + 1;
    while (next <= place + MOST_PARTICLES
        && next + 1 < words.size()
        && goesOn(words, next)
        && isParticle(words, next)) {
      next++;
    }
    return next < words.size() && goesOn(words, next) ? next : -1;
  }

  private static boolean isParticle(Words words, int place) {
    return words.get(place + 1).before() == Gap.NONE
        && PARTICLES.contains(words.get(place).plain());
  }

  /** Words of a name that stand side by side are one name. */
  private static List<Name> joined(
      Words words, NameCues cues, boolean[] named, boolean[] told, NameWeights weights) {
    List<Name> names = new ArrayList<>();
    for (int first = 0; first < named.length; first++) {
      if (!named[first]) {
        continue;
      }
      int last = first;
      while (last + 1 < named.length && named[last + 1] && goesOn(words, last + 1)) {
        last++;
      }
      double person = 0;
      boolean any = isAny(told, first, last);
      for (int i = first; i <= last; i++) {
        // Whose it is say the words that something spoke for.
        if (told[i] || !any) {
          person = Math.max(person, weights.probability(NameWeights.PERSON, cues.ofRole(i)));
        }
      }
      names.add(new Name(words.get(first).start(), words.get(last).end(), person < PERSON_FROM));
      first = last;
    }
    return names;
  }

  private static boolean isAny(boolean[] told, int first, int last) {
    for (int i = first; i <= last; i++) {
      if (told[i]) {
        return true;
      }
    }
    return false;
  }
}
