package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heard.feedback.redaction.Redaction.Removed;

/**
 * Finds names again that were found anywhere in the same submission, where nothing around them says
 * that they are names: "Dr Singh was rude", and later "singh laughed". Each word of a name counts
 * by itself, in any case.
 */
final class NameMentions {
  /**
   * From this probability on a word of the language is the name that it is elsewhere: less speaks
   * for one than {@link NameFinder#NAME_FROM}, since there is such a person, and "I hope so" stays.
   */
  static final double AGAIN_FROM = 0.1;

  /** Of a word that is looked for in another form than it had. */
  private static final int SHORTEST = 4;

  private final PlaceNames places;
  private final NameTokens tokens;

  /**
   * Of one submission.
   *
   * @param tokens of the names that were found in all its texts
   */
  NameMentions(PlaceNames places, NameTokens tokens) {
    this.places = places;
    this.tokens = tokens;
  }

  /**
   * What is taken out of a text, in its order, with what is found again in the rest.
   *
   * @param words of the text
   */
  List<Removed> with(List<Removed> taken, String text, Words words, NameCues cues) {
    boolean[] spared = NameFinder.spared(words, places);
    List<Removed> all = new ArrayList<>(taken);
    for (int i = 0; i < spared.length; i++) {
      Word word = words.get(i);
      String known = spared[i] ? null : known(words, cues, i);
      if (known != null
          && !Redactor.isTelephone(text, word.start(), word.end())
          && isFree(word, taken)) {
        String token = tokens.again(known, text.substring(word.start(), word.end()));
        all.add(new Removed(NameTokens.kind(token), word.start(), word.end(), token));
      }
    }
    all.sort(Comparator.comparingInt(Removed::start));
    return joined(all, text);
  }

  /** The word of a name that this one is, as the tokens have it, or null. */
  private String known(Words words, NameCues cues, int place) {
    String plain = words.get(place).plain();
    if (tokens.haveWord(plain)) {
      return isMeant(words, cues, place) ? plain : null;
    }
    String without = NameTokens.withoutO(plain);
    if (!without.equals(plain) && tokens.haveWord(without) && !isWord(without)) {
      return without;
    }
    // "Smiths temper": whose, or all of that name.
    String one = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : "";
    boolean several =
        one.length() >= SHORTEST
            && tokens.haveWord(one)
            && (!isWord(one) || NameLexicon.isSurname(one))
            && (!isWord(plain) || NameLexicon.isSurname(one));
    return several && !words.touchesDigit(place) ? one : null;
  }

  private static boolean isWord(String plain) {
    return NameLexicon.isKnown(plain);
  }

  private static boolean isMeant(Words words, NameCues cues, int place) {
    String plain = words.get(place).plain();
    if (words.touchesDigit(place)) {
      // "Smith2", but neither "may2" nor "2nd".
      return plain.length() >= SHORTEST
          && (!isWord(plain) || NameLexicon.isSurname(plain))
          && !words.followsDigit(place);
    }
    return !isWord(plain)
        || NameWeights.SHIPPED.probability(NameWeights.NAME, cues.of(place)) >= AGAIN_FROM;
  }

  private static boolean isFree(Word word, List<Removed> taken) {
    return taken.stream()
        .noneMatch(other -> word.start() < other.end() && other.start() < word.end());
  }

  /** Words of the same person side by side are one name. */
  private static List<Removed> joined(List<Removed> all, String text) {
    List<Removed> joined = new ArrayList<>();
    for (Removed next : all) {
      Removed last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      boolean same =
          last != null
              && next.kind().isName()
              && next.token().equals(last.token())
              && isBlank(text, last.end(), next.start());
      if (same) {
        joined.set(
            joined.size() - 1, new Removed(last.kind(), last.start(), next.end(), last.token()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static boolean isBlank(String text, int from, int to) {
    return to - from == 1
        && (Character.isSpaceChar(text.charAt(from)) || text.charAt(from) == '\t');
  }
}
