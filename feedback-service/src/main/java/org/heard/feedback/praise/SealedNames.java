package org.heard.feedback.praise;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heard.feedback.redaction.NameTokens;

/** The names of one submission and which of them may be told. Pure. */
final class SealedNames {
  /** Words that two people share. */
  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "doctor",
          "nurse",
          "sister",
          "matron",
          "mr",
          "mrs",
          "ms",
          "miss",
          "prof",
          "professor",
          "staff",
          "charge",
          "the");

  private SealedNames() {}

  /**
   * The names of these tokens. One that has a word in common with a token that is not asked for is
   * left out: "Jo Smith" who was kind may be the "Smith" who was not.
   *
   * @param all by token, the names of staff in all answers of the submission
   */
  static Map<String, String> told(Map<String, String> all, Collection<String> asked) {
    Set<String> others =
        all.entrySet().stream()
            .filter(each -> !asked.contains(each.getKey()))
            .flatMap(each -> words(each.getValue()).stream())
            .collect(Collectors.toSet());
    Map<String, String> told = new LinkedHashMap<>();
    for (String token : asked) {
      String name = all.get(token);
      if (name != null && words(name).stream().noneMatch(others::contains)) {
        told.put(token, name);
      }
    }
    return told;
  }

  private static Set<String> words(String name) {
    return Arrays.stream(NameTokens.plain(name).split("[^\\p{L}]+", -1))
        .filter(word -> word.length() > 1 && !TITLES.contains(word))
        .collect(Collectors.toSet());
  }
}
