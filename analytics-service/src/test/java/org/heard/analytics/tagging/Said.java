package org.heard.analytics.tagging;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the tagger said, in one word a statement, for tables: {@code theme+} present or positive,
 * {@code theme-} absent or negative, {@code theme=} neutral, {@code theme} general, {@code
 * alert:category}.
 */
final class Said {

  static final Tagger TAGGER = Tagger.load();

  private static final String ALERT = "alert:";

  private Said() {}

  static TaggedComment tagged(String question, Integer rating, String text) {
    Question asked = Optional.ofNullable(question).flatMap(Question::of).orElse(null);
    return TAGGER.tag(new CommentText(asked, rating, text));
  }

  static Set<String> words(TaggedComment comment) {
    Set<String> words = new TreeSet<>();
    comment.tags().forEach(tag -> words.add(word(tag)));
    comment.alerts().forEach(alert -> words.add(ALERT + alert.category().code()));
    return words;
  }

  static String word(Tag tag) {
    return tag.theme() + sign(tag.polarity());
  }

  /**
   * The word for {@code theme:polarity}; a layer's letter before it is dropped.
   *
   * @throws IllegalArgumentException where it names no theme, state or alert: what cannot be said
   *     would always count as missed, and as never said where it is forbidden
   */
  static String word(String written) {
    String plain = written.startsWith("p/") ? written.substring(2) : written;
    String word =
        plain.replaceFirst(":(present|positive)$", "+").replaceFirst(":(absent|negative)$", "-");
    if (!known(word)) {
      throw new IllegalArgumentException("no theme, state or alert: " + written);
    }
    return word;
  }

  private static boolean known(String word) {
    if (word.startsWith(ALERT)) {
      return Stream.of(AlertCategory.values()).anyMatch(a -> word.equals(ALERT + a.code()));
    }
    return Themes.of(word.replaceFirst("[+=-]$", "")).isPresent();
  }

  /** Whether this was said; a word without a sign means any polarity. */
  static boolean says(Set<String> said, String word) {
    return Stream.of("", "+", "-", "=").anyMatch(sign -> said.contains(word + sign));
  }

  private static String sign(Polarity polarity) {
    if (polarity == null) {
      return "";
    }
    return switch (polarity) {
      case PRESENT, POSITIVE -> "+";
      case ABSENT, NEGATIVE -> "-";
      case NEUTRAL -> "=";
    };
  }
}
