package org.heard.analytics.tagging;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tagger said, in one word a statement, for tables: {@code theme+} present or positive,
 * {@code theme-} absent or negative, {@code theme=} neutral, {@code theme} general, {@code
 * alert:category}.
 */
final class Said {

  static final Tagger TAGGER = Tagger.load();

  private Said() {}

  static TaggedComment tagged(String question, Integer rating, String text) {
    Question asked = Optional.ofNullable(question).flatMap(Question::of).orElse(null);
    return TAGGER.tag(new CommentText(asked, rating, text));
  }

  static Set<String> words(TaggedComment comment) {
    Set<String> words = new TreeSet<>();
    comment.tags().forEach(tag -> words.add(tag.theme() + sign(tag.polarity())));
    comment.alerts().forEach(alert -> words.add("alert:" + alert.category().code()));
    return words;
  }

  /** The word for {@code theme:polarity}; a layer's letter before it is dropped. */
  static String word(String written) {
    String plain = written.startsWith("p:") ? written.substring(2) : written;
    return plain.replaceFirst(":(present|positive)$", "+").replaceFirst(":(absent|negative)$", "-");
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
