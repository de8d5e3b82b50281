package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * What every place of a trust may be called; other kinds are surnames, too: Hall, Court, Lane.
   */
  private static final Set<String> ANY_KIND = Set.of("ward", "unit");

  /** Beside the kinds of place that {@code context.txt} has. */
  private static final Set<String> LITTLE = Set.of("site", "division", "the", "of", "and");

  private final Phrases names = new Phrases();

  /** By the words of a name that are its own: the kinds of place that it is. */
  private final Map<List<String>, Set<String>> kinds = new HashMap<>();

  /**
   * Places of one organisation.
   *
   * @param places their names as people know them
   */
  public PlaceNames(Collection<String> places) {
    for (String place : places) {
      List<String> own = new ArrayList<>();
      Set<String> kind = new HashSet<>();
      Words words = Words.of(place);
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i).plain();
        if (NOUN.equals(NameLexicon.context(word))) {
          kind.add(word);
        } else if (!LITTLE.contains(word)) {
          own.add(word);
        }
      }
      names.add(own);
      kinds.computeIfAbsent(own, first -> new HashSet<>()).addAll(kind);
    }
  }

  /** Which words of a text are part of the name of one of these places. */
  boolean[] in(Words words) {
    boolean[] part = new boolean[words.size()];
    for (int start = 0; start < words.size(); start++) {
      int length = names.longestAt(words, start);
      if (length > 0 && isMeant(words, start, start + length)) {
        int end = start + length;
        Arrays.fill(part, start, isOfKind(words, start, end) ? end + 1 : end, true);
      }
    }
    return part;
  }

  /**
   * Whether the place's kind stands behind its name. "Ward" is a surname, too, and belongs to the
   * place there; another kind does so only if it is this place's: "Nurse Rowan Hall" is a person
   * where Rowan is a ward.
   */
  private boolean isOfKind(Words words, int start, int end) {
    if (end >= words.size() || words.get(end).before() != Gap.NONE) {
      return false;
    }
    String kind = words.get(end).plain();
    return ANY_KIND.contains(kind) || kinds.get(words.plain(start, end)).contains(kind);
  }

  /** "Sister Ward" and "Nurse Rowan" are persons, unless "ward" follows. */
  private boolean isMeant(Words words, int start, int end) {
    if (isOfKind(words, start, end)) {
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
