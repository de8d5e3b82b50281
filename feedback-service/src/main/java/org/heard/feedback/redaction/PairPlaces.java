package org.heard.feedback.redaction;

import java.util.Set;
import org.heard.feedback.redaction.Word.Gap;

/** Tells whether two words that could be a full name name a place instead: "Rose Hill". */
final class PairPlaces {
  private static final Set<String> LEADING_TO_PERSONS = Set.of("am", "i'm", "by", "with", "to");
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this");
  private static final Set<String> WARDS = Set.of("ward", "unit");

  /** What bears first names, beside the kinds of place of {@code context.txt}. */
  private static final Set<String> NAMED_THINGS =
      Set.of(
          "garden",
          "gardens",
          "cottage",
          "cottages",
          "villa",
          "villas",
          "farm",
          "estate",
          "library",
          "gallery",
          "chapel",
          "cathedral",
          "palace",
          "memorial",
          "foundation",
          "fund",
          "charity",
          "aid",
          "nursing",
          "ambulance",
          "county",
          "city",
          "town",
          "village",
          "cafe",
          "pharmacy",
          "award");

  private final Words words;
  private final boolean[] spared;

  /**
   * Of one text.
   *
   * @param spared by word, whether it is of the name of a place or of a name that is nobody's
   */
  PairPlaces(Words words, boolean[] spared) {
    this.words = words;
    this.spared = spared;
  }

  /** Whether things of this kind bear first names: "Grace Cottage". */
  static boolean bearNames(String plain) {
    return NAMED_THINGS.contains(plain);
  }

  /** "Rose Ward", "Grace Kelly Unit", "moved to Rose Hill", "in John Court". */
  boolean isPlace(int first) {
    int last = first + 1;
    if (isKindOfPlace(last + 1) && !isRole(last + 2)) {
      return true;
    }
    boolean placed = isPlaced(first);
    boolean plain =
        NameLexicon.isGivenName(words.get(first).plain())
            && !NameLexicon.isNounName(words.get(first).plain());
    if (!"placenoun".equals(NameLexicon.context(words.get(last).plain()))) {
      return placed && !plain && NameLexicon.isWordedSurname(words.get(last).plain());
    }
    return plain
        ? isAddress(first) || (placed && !words.get(first - 1).plain().equals("to"))
        : placed
            || !(words.tellOf(last + 1, spared[first] ? FullNames.DOING : FullNames.ACTING)
                || followsPerson(first));
  }

  /** "Ruddington View, Clifton Lane". */
  private boolean isAddress(int first) {
    return words.get(first).before() == Gap.COMMA && !words.tellOf(first + 2, FullNames.ACTING);
  }

  /** "In", "the", and "to" unless somebody is thanked. */
  private boolean isPlaced(int first) {
    if (first == 0 || words.get(first).before() != Gap.NONE) {
      return false;
    }
    String before = words.get(first - 1).plain();
    if (before.equals("to")) {
      String behind = first > 1 ? words.get(first - 2).plain() : "";
      return !behind.equals("you") && !"thanks".equals(NameLexicon.context(behind));
    }
    return ARTICLES.contains(before) || "place".equals(NameLexicon.context(before));
  }

  /** "I am", "thank you to", "by": no place comes next, unless the directory has one. */
  private boolean followsPerson(int place) {
    if (place == 0 || spared[place] || words.get(place).before() != Gap.NONE) {
      return false;
    }
    String before = words.get(place - 1).plain();
    return LEADING_TO_PERSONS.contains(before)
        || NameCues.INTRODUCING.contains(String.valueOf(NameLexicon.context(before)));
  }

  private boolean isKindOfPlace(int place) {
    return place < words.size()
        && words.get(place).before() == Gap.NONE
        && "placenoun".equals(NameLexicon.context(words.get(place).plain()))
        && (words.get(place).capital() || WARDS.contains(words.get(place).plain()));
  }

  private boolean isRole(int place) {
    return place < words.size()
        && words.get(place).before() == Gap.NONE
        && PlaceNames.ROLES.contains(String.valueOf(NameLexicon.context(words.get(place).plain())));
  }
}
