package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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

  private static final Set<String> KINDS =
      Set.of(
          "ward",
          "wards",
          "unit",
          "clinic",
          "suite",
          "wing",
          "building",
          "hospital",
          "house",
          "centre",
          "infirmary",
          "department",
          "site",
          "division",
          "the",
          "of",
          "and");
  private static final Set<String> SPEAKS_FOR_A_PERSON =
      Set.of("title", "role", "called", "relation");

  /** By its first word, the words of each place's name without what kind of place it is. */
  private final Map<String, List<List<String>>> names = new HashMap<>();

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
        if (!KINDS.contains(words.get(i).plain())) {
          own.add(words.get(i).plain());
        }
      }
      if (!own.isEmpty()) {
        names.computeIfAbsent(own.get(0), first -> new ArrayList<>()).add(own);
      }
    }
  }

  /** Which words of a text are part of the name of one of these places. */
  boolean[] in(Words words) {
    boolean[] part = new boolean[words.size()];
    for (int start = 0; start < words.size(); start++) {
      for (List<String> name : names.getOrDefault(words.get(start).plain(), List.of())) {
        if (words.areAt(start, name) && isMeant(words, start, start + name.size())) {
          Arrays.fill(part, start, start + name.size(), true);
        }
      }
    }
    return part;
  }

  /** "Sister Ward" and "Nurse Rowan" are persons, unless "ward" follows. */
  private static boolean isMeant(Words words, int start, int end) {
    if (end < words.size()
        && words.get(end).before() == Gap.NONE
        && KINDS.contains(words.get(end).plain())) {
      return true;
    }
    if (start == 0 || words.get(start).before() == Gap.START) {
      return !acts(words, end);
    }
    String before = NameLexicon.context(words.get(start - 1).plain());
    return (before == null || !SPEAKS_FOR_A_PERSON.contains(before)) && !acts(words, end);
  }

  /** What follows is something that a person does, not a place. */
  private static boolean acts(Words words, int next) {
    return next < words.size()
        && words.get(next).before() == Gap.NONE
        && "did".equals(NameLexicon.context(words.get(next).plain()));
  }
}
