package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/** Which findings count where several cover the same words. */
final class Overlap {

  /** No phrase of the lexicon covers more words; a test holds it to that. */
  static final int LONGEST_PHRASE = 40;

  private Overlap() {}

  /**
   * The findings that count.
   *
   * @param all every finding, by place
   */
  static List<Hit> resolved(List<Hit> all) {
    List<Hit> found = withoutTurnedBack(all);
    List<Hit> counting = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      if (!hidden(found, i)) {
        counting.add(found.get(i));
      }
    }
    return counting;
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
      if (i != index && hides(all.get(i), hit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hides(Hit other, Hit hit) {
    if (other.of("figure")) {
      // an alert that begins inside a figure of speech is made of its words
      return hit.of("alert") && other.covers(hit.from());
    }
    return other.covers(hit)
        && (other.of("idiom") || (other.length() > hit.length() && explains(other, hit)));
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
          "told",
          "severity" ->
          true;
      default -> false;
    };
  }
}
