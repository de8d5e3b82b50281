package org.heard.feedback.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What words are by themselves: the lists in {@code resources/redaction}. */
final class NameLexicon {
  private static final Map<String, String> CONTEXT = grouped("context.txt");
  private static final Map<String, String> FREQUENCY = grouped("words.txt");
  private static final Set<String> ROUGH = grouped("rough-words.txt").keySet();
  private static final Set<String> FIRST_NAMES = grouped("first-names.txt").keySet();
  private static final Set<String> PROPER = grouped("proper.txt").keySet();

  private static final Map<String, String> SURNAMES = grouped("surnames.txt");
  private static final Map<String, String> WORDED_NAMES = grouped("worded-names.txt");

  private static final String UNKNOWN = "unknown";

  /** A group of {@code worded-names.txt}. */
  private static final String NOUN = "noun";

  /** Words that are typed in a hurry are as common as those that are typed well. */
  private static final String ROUGHLY = "20";

  private NameLexicon() {}

  /** The group of {@code context.txt} that has this word, or null. */
  static String context(String word) {
    return CONTEXT.get(word);
  }

  static boolean isTitle(String word) {
    return "title".equals(CONTEXT.get(word));
  }

  static boolean isFirstName(String word) {
    return FIRST_NAMES.contains(word);
  }

  /** A first name that is a word in dictionaries alone, or is no verb. */
  static boolean isGivenName(String word) {
    String kind = wordedName(word);
    return isFirstName(word) && (kind == null || kind.equals(NOUN));
  }

  /** The name of a flower, a stone or a virtue, which places bear, too. */
  static boolean isNounName(String word) {
    return NOUN.equals(wordedName(word));
  }

  static boolean isProper(String word) {
    return PROPER.contains(word);
  }

  /** A frequent surname that is no word, or one in lower case seldom. */
  static boolean isSurname(String word) {
    return "surname".equals(SURNAMES.get(word));
  }

  /** A frequent surname that is a word besides: "Brown". */
  static boolean isWordedSurname(String word) {
    return "word".equals(SURNAMES.get(word));
  }

  /**
   * The group of {@code worded-names.txt} that has this first name, or null where it is a word in
   * dictionaries alone.
   */
  static String wordedName(String word) {
    return WORDED_NAMES.get(word);
  }

  /** How common it is: {@code 10} (commonest), {@code 20}, {@code 35}, {@code 50}, or unknown. */
  static String frequency(String word) {
    if (ROUGH.contains(word)) {
      return ROUGHLY;
    }
    String group = FREQUENCY.get(word);
    if (group == null && word.indexOf('-') > 0) {
      return frequency(word.substring(word.indexOf('-') + 1));
    }
    return group == null ? UNKNOWN : group;
  }

  static boolean isKnown(String word) {
    return !frequency(word).equals(UNKNOWN);
  }

  private static Map<String, String> grouped(String file) {
    Map<String, String> groups = new HashMap<>();
    lines(
        file,
        (group, line) -> {
          for (String word : line.split(" ", -1)) {
            groups.putIfAbsent(word, group);
          }
        });
    return Map.copyOf(groups);
  }

  /** Each line that is no comment, with the heading that it stands under. */
  static void lines(String file, BiConsumer<String, String> use) {
    try (InputStream in = NameLexicon.class.getResourceAsStream("/redaction/" + file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String group = "";
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          group = line.substring(1, line.length() - 1).intern();
        } else if (!line.isBlank() && !line.startsWith("#")) {
          use.accept(group, line.strip());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
