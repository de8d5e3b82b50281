package org.heard.feedback.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is said of those who care and of those who are cared for: {@code care.txt}. */
final class CareWords {
  private static final Map<String, Set<String>> GROUPS = new HashMap<>();
  private static final Map<String, Phrases> PHRASES = new HashMap<>();

  static {
    NameLexicon.lines("care.txt", CareWords::add);
  }

  private CareWords() {}

  private static void add(String group, String line) {
    if (group.endsWith("phrase")) {
      Words words = Words.of(line);
      PHRASES.computeIfAbsent(group, first -> new Phrases()).add(words.plain(0, words.size()));
    } else {
      GROUPS.computeIfAbsent(group, first -> new HashSet<>()).addAll(List.of(line.split(" +", -1)));
    }
  }

  /** Whether a word, as {@link Word#plain} has it, is of a group. */
  static boolean are(String group, String word) {
    return GROUPS.get(group).contains(word);
  }

  /** Whether a phrase of a group begins here. */
  static boolean arePhrase(String group, Words words, int place) {
    return place < words.size() && PHRASES.get(group).longestAt(words, place) > 0;
  }
}
