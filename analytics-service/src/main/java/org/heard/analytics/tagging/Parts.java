package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment in the parts within which one thing is said: sentences, cut where something is set
 * against something else. A comma cuts none, since what follows it often takes back what stands
 * before.
 */
final class Parts {
  private static final String SENTENCE = ".!?;\n\r\u2026\u2022";

  private final Words words;
  private final List<Integer> starts = new ArrayList<>();

  Parts(Words words) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      if (i == 0 || begins(i)) {
        starts.add(i);
      }
    }
  }

  private boolean begins(int word) {
    if (words.clauseStart(word) != word) {
      return false;
    }
    return contrasts(word) || between(word).chars().anyMatch(mark -> SENTENCE.indexOf(mark) >= 0);
  }

  private boolean contrasts(int word) {
    return Cutting.CONTRAST.contains(words.word(word));
  }

  /** What stands between a word and the one before. */
  private String between(int word) {
    return words.text().substring(words.end(word - 1), words.start(word));
  }

  int size() {
    return starts.size();
  }

  /** The part of a word. */
  int of(int word) {
    int part = starts.size() - 1;
    while (starts.get(part) > word) {
      part--;
    }
    return part;
  }

  /** Its first word. */
  int from(int part) {
    return starts.get(part);
  }

  /** One past its last word. */
  int to(int part) {
    return part + 1 < starts.size() ? starts.get(part + 1) : words.size();
  }

  /** Whether its sentence is a question. */
  boolean asked(int part) {
    String text = words.text();
    int at = words.end(to(part) - 1);
    while (at < text.length()
        && (text.charAt(at) == ',' || SENTENCE.indexOf(text.charAt(at)) < 0)) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '?';
  }

  /** All of it, marks before and after included. */
  String text(int part) {
    int start = part == 0 ? 0 : words.end(from(part) - 1);
    int end = to(part) < words.size() ? words.start(to(part)) : words.text().length();
    return words.text().substring(start, end);
  }
}
