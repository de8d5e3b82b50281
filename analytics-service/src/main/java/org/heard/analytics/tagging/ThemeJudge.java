package org.heard.analytics.tagging;

/** Turns what the model says about themes into tags with evidence. */
final class ThemeJudge {

  /** A line of the lexicon that the model never met is heard from this confidence on. */
  private static final double USUAL = 0.6;

  /** A line that the model has met is heard against it from this confidence on. */
  private static final double SURE = 0.8;

  /** Below this probability the model does not hesitate, it denies. */
  private static final double DENIED = 0.1;

  private ThemeJudge() {}

  static void add(ReadComment read, Opinion opinion, TagList tags) {
    for (Themes.Theme theme : Themes.compassion()) {
      add(read, opinion, tags, theme, Polarity.PRESENT);
      add(read, opinion, tags, theme, Polarity.ABSENT);
    }
    for (Themes.Theme theme : Themes.practical()) {
      add(read, opinion, tags, theme, Polarity.POSITIVE);
      add(read, opinion, tags, theme, Polarity.NEGATIVE);
    }
    addSuggested(read, opinion, tags);
  }

  /**
   * Where the model has nothing to say in a layer, the clinician who wrote the lexicon is heard: on
   * lines no comment of the training had, and on sure lines that the model does not deny.
   */
  private static void addSuggested(ReadComment read, Opinion opinion, TagList tags) {
    boolean silent = !tags.has(tag -> tag.layer() == Layer.COMPASSION);
    boolean nothing = tags.all().isEmpty();
    for (ReadComment.Suggestion suggestion : read.suggestions()) {
      Tag tag = suggestion.tag();
      boolean free = tag.layer() == Layer.COMPASSION ? silent : nothing;
      if (free && heard(suggestion, opinion)) {
        tags.add(tag);
      }
    }
  }

  private static boolean heard(ReadComment.Suggestion suggestion, Opinion opinion) {
    Tag tag = suggestion.tag();
    return opinion.knows(suggestion)
        ? tag.confidence() >= SURE
            && opinion.probability(Labels.of(tag.theme(), tag.polarity())) >= DENIED
        : tag.confidence() >= USUAL;
  }

  private static void add(
      ReadComment read, Opinion opinion, TagList tags, Themes.Theme theme, Polarity polarity) {
    String label = Labels.of(theme.code(), polarity);
    boolean mocked = polarity == Polarity.PRESENT && read.reading().has("sarcasm");
    if (opinion.says(label) && !mocked && !outweighed(read, opinion, theme, polarity)) {
      int unit = opinion.unit(label);
      tags.add(
          new Tag(
              theme.layer(),
              theme.code(),
              polarity,
              theme.layer() == Layer.COMPASSION ? opinion.specificity(unit) : null,
              opinion.probability(label),
              read.unit(unit)));
    }
  }

  /**
   * One clause rarely says both: where it seems to, what the lexicon reads is meant, else the more
   * probable polarity.
   */
  private static boolean outweighed(
      ReadComment read, Opinion opinion, Themes.Theme theme, Polarity polarity) {
    Polarity other = Weighing.opposite(polarity);
    String label = Labels.of(theme.code(), polarity);
    String opposite = Labels.of(theme.code(), other);
    if (!opinion.says(opposite)) {
      return false;
    }
    boolean here = read.suggested(theme.code(), polarity) > 0;
    boolean there = read.suggested(theme.code(), other) > 0;
    boolean less = opinion.probability(opposite) > opinion.probability(label);
    if (here != there) {
      return there && (less || opinion.unit(label) == opinion.unit(opposite));
    }
    return less && opinion.unit(label) == opinion.unit(opposite);
  }
}
