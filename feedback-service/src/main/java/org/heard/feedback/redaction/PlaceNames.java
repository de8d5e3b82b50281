package org.heard.feedback.redaction;

import java.util.ArrayList;
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

  /** Groups of words that say what somebody works as. */
  static final Set<String> ROLES = Set.of("role", "title");

  /** What every place of a trust may be called, whatever stands before it. */
  private static final Set<String> ANY_KIND = Set.of("ward", "unit");

  /** Kinds of place that are surnames, too, and belong to a place only if it is of that kind. */
  private static final Set<String> SURNAMES =
      Set.of(
          "bay", "block", "bridge", "church", "close", "court", "gate", "hall", "house", "lane",
          "lodge", "park", "square", "street", "tower");

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

  /**
   * A place that a text names.
   *
   * @param start its first word
   * @param ownEnd one past the last word that is its own
   * @param end one past its last, which may be its kind
   * @param certain whether it is one beside a person's name, too
   */
  record Place(int start, int ownEnd, int end, boolean certain) {}

  /** The places that a text names, in their order. */
  List<Place> in(Words words) {
    List<Place> places = new ArrayList<>();
    for (int start = 0; start < words.size(); start++) {
      int length = names.longestAt(words, start);
      if (length > 0 && isMeant(words, start, start + length)) {
        int end = start + length;
        boolean kind = isOfKind(words, start, end);
        places.add(
            new Place(start, end, kind ? end + 1 : end, kind && isCertain(words, start, end)));
      }
    }
    return places;
  }

  /**
   * Whether the place's kind stands behind its name. "Ward" is a surname, too, and belongs to the
   * place there; another surname does so only if it is this place's: "Nurse Rowan Hall" is a person
   * where Rowan is a ward. Behind "Sister Fraser" a clinic is where she works.
   */
  private boolean isOfKind(Words words, int start, int end) {
    if (end >= words.size() || words.get(end).before() != Gap.NONE) {
      return false;
    }
    String kind = words.get(end).plain();
    return isItsKind(words.plain(start, end), kind)
        ? !(isIntroduced(words, start) && isOfRole(words, end + 1))
        : NOUN.equals(NameLexicon.context(kind))
            && !SURNAMES.contains(kind)
            && !isIntroduced(words, start);
  }

  private boolean isItsKind(List<String> own, String kind) {
    return ANY_KIND.contains(kind) || kinds.get(own).contains(kind);
  }

  /**
   * The kind may be that of somebody's work: "Anne Fraser ward manager", "Anne Rowan reception".
   */
  private boolean isCertain(Words words, int start, int end) {
    return isItsKind(words.plain(start, end), words.get(end).plain()) && !isOfRole(words, end + 1);
  }

  private static boolean isOfRole(Words words, int next) {
    return next < words.size()
        && words.get(next).before() == Gap.NONE
        && ROLES.contains(String.valueOf(NameLexicon.context(words.get(next).plain())));
  }

  /** "Sister Ward" and "Nurse Rowan" are persons, unless "ward" follows; so may be "Rowan Hall". */
  private boolean isMeant(Words words, int start, int end) {
    return isOfKind(words, start, end)
        || !(isIntroduced(words, start) || acts(words, end) || isSurname(words, end));
  }

  private static boolean isIntroduced(Words words, int start) {
    if (start == 0 || words.get(start).before() == Gap.START) {
      return false;
    }
    String before = NameLexicon.context(words.get(start - 1).plain());
    return before != null && NameCues.INTRODUCING.contains(before);
  }

  private static boolean isSurname(Words words, int next) {
    return next < words.size()
        && words.get(next).before() == Gap.NONE
        && words.get(next).capital()
        && SURNAMES.contains(words.get(next).plain());
  }

  /** What follows is something that a person does, not a place. */
  private static boolean acts(Words words, int next) {
    return next < words.size()
        && words.get(next).before() == Gap.NONE
        && "did".equals(NameLexicon.context(words.get(next).plain()));
  }
}
