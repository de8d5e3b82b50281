package org.heard.feedback.notice;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language, by their keys. What is incomplete is refused, as patients would be
 * told too little and nobody would notice.
 */
final class NoticeFile {
  static final String ORGANISATION = "{organisation}";

  /** What is told of an answer, in this order, after who is responsible. */
  static final List<String> MORE =
      List.of("use", "voluntary", "names", "publishing", "contact", "receipt", "rights");

  private static final List<String> OTHERS =
      List.of("name", "title", "urgent", "help", "controller", "more", "staff", "organisation");

  /** Texts that have to say who is responsible. */
  private static final Set<String> NAMING = Set.of("controller", "staff");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");

  private NoticeFile() {}

  /**
   * The texts in a file's content.
   *
   * @param file how the file is called in what is said about it
   * @throws IllegalStateException with the reason
   */
  static Map<String, String> read(String file, String content, int maxText) {
    Map<String, String> texts = new HashMap<>();
    load(file, content).forEach((key, text) -> texts.put((String) key, ((String) text).strip()));
    Set<String> known = new TreeSet<>(OTHERS);
    known.addAll(MORE);
    Set<String> unknown = new TreeSet<>(texts.keySet());
    unknown.removeAll(known);
    require(unknown.isEmpty(), file, "has texts that nobody shows: " + unknown);
    known.forEach(key -> check(file, key, texts.getOrDefault(key, ""), maxText));
    return texts;
  }

  private static Properties load(String file, String content) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(content));
    } catch (IOException | IllegalArgumentException malformed) {
      throw refused(file, "is no properties file: " + malformed.getMessage());
    }
    return properties;
  }

  private static void check(String file, String key, String text, int maxText) {
    require(!text.isEmpty(), file, "lacks the text '" + key + "'");
    require(
        text.codePointCount(0, text.length()) <= maxText,
        file,
        "has a text '" + key + "' of more than " + maxText + " (heard.notice.max-text)");
    require(
        !NAMING.contains(key) || text.contains(ORGANISATION),
        file,
        "has a text '" + key + "' without " + ORGANISATION + ", so nobody is responsible");
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      boolean known = placeholder.group().equals(ORGANISATION) && !key.equals("organisation");
      require(known, file, "has " + placeholder.group() + " in '" + key + "', which says nothing");
    }
  }

  private static void require(boolean holds, String file, String why) {
    if (!holds) {
      throw refused(file, why);
    }
  }

  static IllegalStateException refused(String file, String why) {
    return new IllegalStateException("heard.notice.directory: " + file + " " + why);
  }
}
