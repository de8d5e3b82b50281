package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A comment as the lexicon reads it, cut into the units that a tag can point at. */
public final class ReadComment {

  /** A tag that a line of the lexicon suggests, and where. */
  record Suggestion(Tag tag, Hit hit) {

    /** The key under which a model knows the line in this polarity. */
    int key() {
      Cue cue = hit.cue();
      long line = Hashes.of(cue.line() + cue.theme() + cue.stance());
      return (int) Hashes.of(43, line, Hashes.of(tag.polarity().code()));
    }
  }

  private final Reading reading;
  private final List<Suggestion> suggestions = new ArrayList<>();
  private final int[] unitStarts;

  ReadComment(Reading reading) {
    this.reading = reading;
    ThemeReader.read(reading, (tag, hit) -> suggestions.add(new Suggestion(tag, hit)));
    Words words = reading.words();
    int[] starts = new int[words.size()];
    int units = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.unitStart(i) == i) {
        starts[units++] = i;
      }
    }
    unitStarts = Arrays.copyOf(starts, units);
  }

  Reading reading() {
    return reading;
  }

  List<Suggestion> suggestions() {
    return suggestions;
  }

  /** How many units there are; none in a comment without words. */
  public int units() {
    return unitStarts.length;
  }

  int unitStart(int unit) {
    return unitStarts[unit];
  }

  int unitEnd(int unit) {
    return reading.words().unitEnd(unitStarts[unit]);
  }

  /** The unit that a word stands in. */
  int unitAt(int word) {
    return Arrays.binarySearch(unitStarts, reading.words().unitStart(word));
  }

  /** The words of a unit, without the conjunction it begins with. */
  public Evidence unit(int unit) {
    return reading.words().evidence(unitStart(unit) + (opensWithJoin(unit) ? 1 : 0), unitEnd(unit));
  }

  private boolean opensWithJoin(int unit) {
    return unitEnd(unit) - unitStart(unit) > 1
        && Cutting.CONJUNCTIONS.contains(reading.words().word(unitStart(unit)));
  }

  /** How sure the lexicon is of a theme and polarity; 0 where it does not suggest them. */
  double suggested(String theme, Polarity polarity) {
    double best = 0;
    for (Suggestion suggestion : suggestions) {
      Tag tag = suggestion.tag();
      if (tag.polarity() == polarity && tag.theme().equals(theme)) {
        best = Math.max(best, tag.confidence());
      }
    }
    return best;
  }
}
