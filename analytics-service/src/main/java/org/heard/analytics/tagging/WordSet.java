package org.heard.analytics.tagging;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words written out and beginnings of words ({@code reassur*}); {@code #} stands for a number. */
record WordSet(Set<String> exact, List<String> beginnings, boolean numbers) {

  static final WordSet EMPTY = of(List.of());

  private static final Set<String> NUMBERS =
      Set.of(
          "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"
              .split(" ", -1));
  private static final Set<String> MORE_NUMBERS =
      Set.of("forty", "fifty", "sixty", "half", "several", "few", "couple", "many", "another");

  static WordSet of(Collection<String> words) {
    Set<String> exact = new HashSet<>();
    Set<String> beginnings = new HashSet<>();
    boolean numbers = false;
    for (String word : words) {
      if (word.equals("#")) {
        numbers = true;
      } else if (word.endsWith("*")) {
        beginnings.add(word.substring(0, word.length() - 1));
      } else {
        exact.add(word);
      }
    }
    return new WordSet(Set.copyOf(exact), List.copyOf(beginnings), numbers);
  }

  static WordSet of(String... words) {
    return of(Arrays.asList(words));
  }

  boolean isEmpty() {
    return exact.isEmpty() && beginnings.isEmpty() && !numbers;
  }

  boolean contains(String word) {
    return exact.contains(word)
        || (numbers && isNumber(word))
        || (!beginnings.isEmpty() && beginsAsOne(word));
  }

  private boolean beginsAsOne(String word) {
    for (String beginning : beginnings) {
      if (word.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0))
        || NUMBERS.contains(word)
        || MORE_NUMBERS.contains(word);
  }
}
