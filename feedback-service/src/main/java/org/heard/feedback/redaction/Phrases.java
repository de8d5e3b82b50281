package org.heard.feedback.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of several words, found by their first. */
final class Phrases {
  private final Map<String, List<List<String>>> byFirst = new HashMap<>();

  /** Adds the words of a name, as {@link Word#plain} has them. */
  void add(List<String> words) {
    if (!words.isEmpty()) {
      byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(words);
    }
  }

  /** How many words the longest name has that stands here, within one sentence; 0 if none does. */
  int longestAt(Words words, int start) {
    int longest = 0;
    for (List<String> name : byFirst.getOrDefault(words.get(start).plain(), List.of())) {
      if (name.size() > longest && words.areAt(start, name)) {
        longest = name.size();
      }
    }
    return longest;
  }
}
