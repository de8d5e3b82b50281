package org.heard.feedback.redaction;

import java.util.Arrays;
import org.heard.feedback.redaction.Word.Gap;

/** Names that are nobody's on a ward: those of {@code nobody.txt}, and saints of places. */
final class NobodysNames {

  private final Phrases names = new Phrases();

  NobodysNames() {
    NameLexicon.lines(
        "nobody.txt",
        (group, line) ->
            names.add(
                Arrays.stream(line.split(" ", -1)).filter(word -> !word.equals("&")).toList()));
  }

  /** Marks the words of such names as spared, and as nothing that is in doubt. */
  void spare(Words words, boolean[] spared, boolean[] doubtful) {
    for (int start = 0; start < words.size(); start++) {
      int length = isSaint(words, start) ? 2 : names.longestAt(words, start);
      if (!words.followsTitle(start)) {
        Arrays.fill(spared, start, start + length, true);
        Arrays.fill(doubtful, start, start + length, false);
      }
    }
  }

  /** "St Mary's": a place, unless a title comes before ("Nurse St Clair"). */
  private static boolean isSaint(Words words, int place) {
    String plain = words.get(place).plain();
    return (plain.equals("st") || plain.equals("saint"))
        && words.get(place).capital()
        && place + 1 < words.size()
        && words.get(place + 1).capital()
        && (words.get(place + 1).before() == Gap.NONE || isShortened(words, place));
  }

  /** "at St. Mary's", unlike "on Mill St. Mary came": a street has a name before it. */
  private static boolean isShortened(Words words, int place) {
    return words.get(place).plain().equals("st")
        && words.get(place + 1).before() == Gap.START
        && (place == 0 || !words.get(place - 1).capital());
  }
}
