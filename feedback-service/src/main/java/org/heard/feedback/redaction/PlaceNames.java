package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/**
 * Names of wards, sites and buildings, which often are surnames and first names: "Fraser", "Rowan
 * Ward". Where a text names the place, it stays.
 */
public final class PlaceNames {
  /** A text for which no place is known. */
  public static final PlaceNames NONE = new PlaceNames(List.of());

  private static final String NOUN = "placenoun";

  /** Beside the kinds of place that {@code context.txt} has. */
  private static final Set<String> LITTLE = Set.of("site", "division", "the", "of", "and");

  private final Phrases names = new Phrases();

  /**
   * Places of one organisation.
   *
   * @param places their names as people know them
   */
  public PlaceNames(Collection<String> places) {
    for (String place : places) {
      List<String> own = new ArrayList<>();
      Words words = Words.of(place);
      for (int i = 0; i < words.size(); i++) {
        if (!isKind(words.get(i))) {
          own.add(words.get(i).plain());
        }
      }
      names.add(own);
    }
  }

  /** Which words of a text are part of the name of one of these places. */
  boolean[] in(Words words) {
    boolean[] part = new boolean[words.size()];
    for (int start = 0; start < words.size(); start++) {
      int length = names.longestAt(words, start);
      if (length > 0 && isMeant(words, start, start + length)) {
        Arrays.fill(part, start, afterKind(words, start + length), true);
      }
    }
    return part;
  }

  /** "Ward" is a surname, too: behind a place's name it belongs to that. */
  private static int afterKind(Words words, int end) {
    boolean kind =
        end < words.size()
            && words.get(end).before() == Gap.NONE
            && NOUN.equals(NameLexicon.context(words.get(end).plain()));
    return kind ? end + 1 : end;
  }

  private static boolean isKind(Word word) {
    return NOUN.equals(NameLexicon.context(word.plain())) || LITTLE.contains(word.plain());
  }

  /** "Sister Ward" and "Nurse Rowan" are persons, unless "ward" follows. */
  private static boolean isMeant(Words words, int start, int end) {
    if (end < words.size() && words.get(end).before() == Gap.NONE && isKind(words.get(end))) {
      return true;
    }
    if (start == 0 || words.get(start).before() == Gap.START) {
      return !acts(words, end);
    }
    String before = NameLexicon.context(words.get(start - 1).plain());
    return (before == null || !NameCues.INTRODUCING.contains(before)) && !acts(words, end);
  }

  /** What follows is something that a person does, not a place. */
  private static boolean acts(Words words, int next) {
    return next < words.size()
        && words.get(next).before() == Gap.NONE
        && "did".equals(NameLexicon.context(words.get(next).plain()));
  }
}
