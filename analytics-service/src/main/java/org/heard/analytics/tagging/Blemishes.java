package org.heard.analytics.tagging;

import java.util.List;
import java.util.Set;

/**
 * Whether anything in a part of a comment speaks against somebody, or may. Far more counts than for
 * tags, which have to be right on the whole: two of five shortfalls have no word for them.
 */
final class Blemishes {
  /** From this margin on a unit may speak of something bad; clear praise lies below -0.5. */
  private static final double DARK = -0.3;

  private static final List<String> BAD =
      List.of("bad", "dissatisfaction", "wish", "wish-after", "hypothetical", "severity");

  /** "Nothing was too much trouble" and "No complaints" hold bad words and mean the opposite. */
  private static final List<String> HARMLESS = List.of("flip", "nothing", "no-complaint");

  /** Faces that roll their eyes, frown, rage and the like. */
  private static final Set<Integer> SCORN =
      Set.of(0x1F644, 0x1F612, 0x1F620, 0x1F621, 0x1F92C, 0x1F92E, 0x1F44E, 0x1F61E, 0x1F624);

  private final ReadComment read;
  private final Reading reading;
  private final Opinion opinion;
  private final TagList tags;
  private final List<Hit> doubts;

  Blemishes(ReadComment read, Opinion opinion, TagList tags, List<Hit> doubts) {
    this.read = read;
    this.reading = read.reading();
    this.opinion = opinion;
    this.tags = tags;
    this.doubts = doubts;
  }

  /** For each part, whether there is none. */
  boolean[] clean(Parts parts) {
    boolean[] clean = new boolean[parts.size()];
    for (int part = 0; part < clean.length; part++) {
      int from = parts.from(part);
      int to = parts.to(part);
      clean[part] =
          !parts.asked(part)
              && parts.text(part).codePoints().noneMatch(SCORN::contains)
              && !parts.text(part).matches("(?s).*:-?[(/|].*")
              && !badWords(from, to)
              && !badTags(from, to)
              && !dark(from, to);
    }
    return clean;
  }

  static boolean none(boolean[] clean) {
    for (boolean each : clean) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  private boolean badWords(int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.negators()[i] && !harmless(i)) {
        return true;
      }
    }
    return doubts.stream()
            .filter(hit -> hit.of("doubt") && !harmless(hit.from()))
            .anyMatch(hit -> within(hit, from, to))
        || BAD.stream()
            .anyMatch(group -> reading.any(group, from, to, hit -> !harmless(hit.from())));
  }

  private boolean harmless(int word) {
    return doubts.stream().anyMatch(hit -> hit.of("harmless") && hit.covers(word))
        || HARMLESS.stream()
            .flatMap(group -> reading.group(group).stream())
            .anyMatch(hit -> hit.covers(word));
  }

  private boolean badTags(int from, int to) {
    return read.suggestions().stream()
            .filter(each -> within(each.hit(), from, to))
            .anyMatch(each -> bad(each.tag()))
        || tags.all().stream()
            .anyMatch(tag -> bad(tag) && reading.words().overlaps(tag.evidence(), from, to));
  }

  private static boolean within(Hit hit, int from, int to) {
    return hit.from() >= from && hit.from() < to;
  }

  private static boolean bad(Tag tag) {
    return tag.polarity() == Polarity.ABSENT
        || tag.polarity() == Polarity.NEGATIVE
        || tag.theme().equals(Themes.GENERAL_DISSATISFACTION)
        || tag.theme().equals(Themes.NOTHING_WAS_GOOD);
  }

  private boolean dark(int from, int to) {
    for (int unit = 0; unit < read.units(); unit++) {
      boolean touches = read.unitStart(unit) < to && read.unitEnd(unit) > from;
      if (touches && opinion.negative(unit) >= DARK) {
        return true;
      }
    }
    return false;
  }
}
