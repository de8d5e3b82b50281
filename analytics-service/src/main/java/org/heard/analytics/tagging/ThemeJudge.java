package org.heard.analytics.tagging;

import java.util.List;
import java.util.stream.Stream;

/** Turns what the model says about themes into tags with evidence. */
final class ThemeJudge {

  /** A line of the lexicon that the model never met is heard from this confidence on. */
  private static final double USUAL = 0.6;

  /** A line that the model has met is heard against it from this confidence on. */
  private static final double SURE = 0.8;

  /** Below this probability the model does not hesitate, it denies. */
  private static final double DENIED = 0.1;

  /** A theme in a polarity and what the model calls it and its opposite. */
  private record Side(Themes.Theme theme, Polarity polarity, String label, String opposite) {

    static Side of(Themes.Theme theme, Polarity polarity) {
      return new Side(
          theme,
          polarity,
          Labels.of(theme.code(), polarity),
          Labels.of(theme.code(), Weighing.opposite(polarity)));
    }
  }

  private static final List<Side> SIDES =
      Stream.concat(
              Themes.compassion().stream()
                  .flatMap(
                      theme ->
                          Stream.of(
                              Side.of(theme, Polarity.PRESENT), Side.of(theme, Polarity.ABSENT))),
              Themes.practical().stream()
                  .flatMap(
                      theme ->
                          Stream.of(
                              Side.of(theme, Polarity.POSITIVE),
                              Side.of(theme, Polarity.NEGATIVE))))
          .toList();

  private ThemeJudge() {}

  static void add(ReadComment read, Opinion opinion, TagList tags) {
    for (Side side : SIDES) {
      add(read, opinion, tags, side);
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
      Hit hit = suggestion.hit();
      boolean missed = praises(tag.polarity()) && read.reading().echoed(hit.from(), hit.to());
      if (free && !missed && heard(suggestion, opinion)) {
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

  private static void add(ReadComment read, Opinion opinion, TagList tags, Side side) {
    if (opinion.says(side.label())
        && !mocked(read, opinion, side)
        && !outweighed(read, opinion, side)) {
      Layer layer = side.theme().layer();
      int unit = opinion.unit(side.label());
      tags.add(
          new Tag(
              layer,
              side.theme().code(),
              side.polarity(),
              layer == Layer.COMPASSION ? opinion.specificity(unit) : null,
              opinion.probability(side.label()),
              read.unit(unit)));
    }
  }

  private static boolean mocked(ReadComment read, Opinion opinion, Side side) {
    int unit = opinion.unit(side.label());
    return (side.polarity() == Polarity.PRESENT && read.reading().has("sarcasm"))
        || (praises(side.polarity())
            && read.reading().echoed(read.unitStart(unit), read.unitEnd(unit)));
  }

  private static boolean praises(Polarity polarity) {
    return polarity == Polarity.PRESENT || polarity == Polarity.POSITIVE;
  }

  /**
   * One clause rarely says both: where it seems to, what the lexicon reads is meant, else the more
   * probable polarity.
   */
  private static boolean outweighed(ReadComment read, Opinion opinion, Side side) {
    if (!opinion.says(side.opposite())) {
      return false;
    }
    String theme = side.theme().code();
    boolean here = read.suggested(theme, side.polarity()) > 0;
    boolean there = read.suggested(theme, Weighing.opposite(side.polarity())) > 0;
    boolean less = opinion.probability(side.opposite()) > opinion.probability(side.label());
    if (here != there) {
      return there && (less || opinion.unit(side.label()) == opinion.unit(side.opposite()));
    }
    return less && opinion.unit(side.label()) == opinion.unit(side.opposite());
  }
}
