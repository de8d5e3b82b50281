package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heard.feedback.redaction.Word.Gap;

/** Names that are nobody's on a ward: those of {@code nobody.txt}, and saints of places. */
final class NobodysNames {

  /** By its first word, the words of each name. */
  private final Map<String, List<List<String>>> names = new HashMap<>();

  NobodysNames() {
    NameLexicon.lines(
        "nobody.txt",
        (group, line) -> {
          List<String> words =
              Arrays.stream(line.split(" ", -1)).filter(word -> !word.equals("&")).toList();
          names.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
        });
  }

  /** Marks the words of such names as spared. */
  void spare(Words words, boolean[] spared) {
    for (int start = 0; start < words.size(); start++) {
      int length = isSaint(words, start) ? 2 : longest(words, start);
      if (!introduced(words, start)) {
        Arrays.fill(spared, start, start + length, true);
      }
    }
  }

  private int longest(Words words, int start) {
    int longest = 0;
    for (List<String> name : names.getOrDefault(words.get(start).plain(), List.of())) {
      if (name.size() > longest && words.areAt(start, name)) {
        longest = name.size();
      }
    }
    return longest;
  }

  /** "St Mary's": a place, unless a title comes before ("Nurse St Clair"). */
  private static boolean isSaint(Words words, int place) {
    String plain = words.get(place).plain();
    return (plain.equals("st") || plain.equals("saint"))
        && words.get(place).capital()
        && place + 1 < words.size()
        && words.get(place + 1).capital()
        && words.get(place + 1).before() == Gap.NONE;
  }

  private static boolean introduced(Words words, int place) {
    return place > 0
        && words.get(place).before() == Gap.NONE
        && NameLexicon.isTitle(words.get(place - 1).plain());
  }
}
