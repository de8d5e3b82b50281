package org.heard.analytics.tagging;

import java.util.List;

/**
 * Reads one comment and says what it tells about care: themes with polarity, specificity and
 * evidence, and what a person should look at. Immutable and safe for use by many threads.
 */
public final class Tagger {

  private static final String MODEL_VERSION = "lexicon-1";
  private static final double LANGUAGE_CONFIDENCE = 0.9;
  private static final double NO_CONTENT_CONFIDENCE = 0.95;

  private final Normaliser normaliser;
  private final Lexicon lexicon;
  private final LanguageGuess languages;

  private Tagger(Normaliser normaliser, Lexicon lexicon, LanguageGuess languages) {
    this.normaliser = normaliser;
    this.lexicon = lexicon;
    this.languages = languages;
  }

  /** Loads the shipped lexicon. Load once, keep, and share. */
  public static Tagger load() {
    Normaliser normaliser = new Normaliser(LexiconReader.readSpelling("spelling.txt"));
    return new Tagger(normaliser, Lexicon.load(), LanguageGuess.load());
  }

  /** Tags one comment. Never fails on any text; the same comment always gives the same answer. */
  public TaggedComment tag(CommentText comment) {
    Words words = normaliser.read(comment.text());
    String language = languages.guess(words);
    if (!language.equals(LanguageGuess.ENGLISH)) {
      return only(Themes.UNSUPPORTED_LANGUAGE, LANGUAGE_CONFIDENCE, words, language);
    }
    Reading reading = new Reading(comment, words, lexicon.find(words, comment.question()));
    if (GeneralReader.withoutContent(reading)) {
      return only(Themes.NO_CONTENT, NO_CONTENT_CONFIDENCE, words, "und");
    }
    TagList tags = new TagList();
    ThemeReader.read(reading, tags);
    GeneralReader.read(reading, tags);
    List<Alert> alerts = AlertReader.read(reading);
    Scores scores =
        tags.hasGeneral(Themes.NO_CONTENT) ? Scores.NO_CONTENT : Scores.of(reading, tags, alerts);
    return new TaggedComment(
        tags.toList(),
        QdcLabels.of(tags),
        scores.sentiment(),
        scores.criticality(),
        scores.severity(),
        alerts,
        language);
  }

  private static TaggedComment only(String state, double confidence, Words words, String language) {
    TagList tags = new TagList();
    tags.general(state, confidence, words.whole());
    return new TaggedComment(
        tags.toList(), QdcLabels.of(tags), null, null, Severity.NONE, List.of(), language);
  }

  /** The version of the closed lists in {@link Themes}. */
  public String taxonomyVersion() {
    return Themes.TAXONOMY_VERSION;
  }

  /** The version of what tags: changes whenever an answer may change. */
  public String modelVersion() {
    return MODEL_VERSION;
  }
}
