package org.heard.analytics.tagging;

import java.util.List;
import java.util.Optional;

/**
 * Reads one comment and says what it tells about care: themes with polarity, specificity and
 * evidence, and what a person should look at. Immutable and safe for use by many threads.
 */
public final class Tagger {

  private static final String UNDETERMINED = "und";
  private static final double LANGUAGE_CONFIDENCE = 0.9;
  private static final double NO_CONTENT_CONFIDENCE = 0.95;

  private final CommentReader reader;
  private final LanguageGuess languages;
  private final AlertReader alertReader;
  private final PraiseReader praiseReader = PraiseReader.load();
  private final Opinion.Judge judge;
  private final String version;

  private Tagger(
      CommentReader reader, LanguageGuess languages, AlertReader alertReader, Model model) {
    this.reader = reader;
    this.languages = languages;
    this.alertReader = alertReader;
    judge = new Opinion.Judge(model);
    version = TaggerVersion.of(model);
  }

  /** Loads the shipped lexicon and model. Load once, keep, and share. */
  public static Tagger load() {
    return with(Model.shipped());
  }

  /** The shipped lexicon with another model. */
  public static Tagger with(Model model) {
    return new Tagger(CommentReader.load(), LanguageGuess.load(), AlertReader.load(), model);
  }

  /** Tags one comment. Never fails on any text; the same comment always gives the same answer. */
  public TaggedComment tag(CommentText comment) {
    Words words = reader.words(comment.text());
    String language = languages.guess(words);
    if (!language.equals(LanguageGuess.ENGLISH)) {
      return only(Themes.UNSUPPORTED_LANGUAGE, LANGUAGE_CONFIDENCE, words, language)
          .withAlerts(AlertReader.plainLines(reader.read(comment, words).reading()));
    }
    ReadComment read = reader.read(comment, words);
    if (GeneralReader.withoutContent(read.reading())) {
      return only(Themes.NO_CONTENT, NO_CONTENT_CONFIDENCE, words, UNDETERMINED);
    }
    return tag(read, language);
  }

  /**
   * Tags a comment of which somebody who knows more languages says that it is not English: it has
   * no content that anyone could count. What a person should look at stays.
   */
  public TaggedComment tagUnread(CommentText comment) {
    TaggedComment tagged = tag(comment);
    if (!tagged.withContent()) {
      return tagged;
    }
    Words words = reader.words(comment.text());
    return only(Themes.UNSUPPORTED_LANGUAGE, LANGUAGE_CONFIDENCE, words, UNDETERMINED)
        .withAlerts(tagged.alerts());
  }

  private TaggedComment tag(ReadComment read, String language) {
    Opinion opinion = judge.of(read);
    TagList tags = new TagList();
    ThemeJudge.add(read, opinion, tags);
    List<Alert> alerts = alertReader.read(read.reading(), opinion);
    GeneralReader.read(read.reading(), opinion, alerts, tags);
    Optional<Scores> scores =
        tags.hasGeneral(Themes.NO_CONTENT)
            ? Optional.empty()
            : Optional.of(Scores.of(read, opinion, tags, alerts));
    Severity severity = scores.map(Scores::severity).orElse(Severity.NONE);
    return new TaggedComment(
        tags.toList(),
        QdcLabels.of(judge.labels(), opinion),
        scores.map(Scores::sentiment).orElse(null),
        scores.map(Scores::criticality).orElse(null),
        severity,
        alerts,
        language,
        praiseReader.read(read, opinion, tags, alerts, severity));
  }

  private static TaggedComment only(String state, double confidence, Words words, String language) {
    TagList tags = new TagList();
    tags.general(state, confidence, words.whole());
    return new TaggedComment(
        tags.toList(),
        QdcLabels.ofState(state),
        null,
        null,
        Severity.NONE,
        List.of(),
        language,
        // What cannot be read may speak against anybody.
        StaffNames.doubted(words.text(), state.equals(Themes.UNSUPPORTED_LANGUAGE)));
  }

  /** The version of the closed lists in {@link Themes}. */
  public String taxonomyVersion() {
    return Themes.TAXONOMY_VERSION;
  }

  /**
   * The version of what tags, model, lexicon and rules: changes whenever an answer may change. The
   * model's own version stands before its last dot.
   */
  public String modelVersion() {
    return version;
  }
}
