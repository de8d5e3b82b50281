package org.heard.analytics.tagging;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Turns findings of the compassion and practical lists into tags: what is said about each theme.
 */
final class ThemeReader {

  /** What is left of a cue's confidence when it was turned round or read from the question. */
  private static final double INFERRED = 0.85;

  private ThemeReader() {}

  /** Hands over every tag that a line suggests. Mockery leaves only what is missing. */
  static void read(Reading reading, BiConsumer<Tag, Hit> suggest) {
    boolean mocking = reading.has("sarcasm");
    for (Hit hit : reading.group("compassion")) {
      compassion(reading, hit)
          .filter(tag -> !mocking || tag.polarity() == Polarity.ABSENT)
          .ifPresent(tag -> suggest.accept(tag, hit));
    }
    for (Hit hit : reading.group("practical")) {
      practical(reading, hit).ifPresent(tag -> suggest.accept(tag, hit));
    }
  }

  private static Optional<Tag> compassion(Reading reading, Hit hit) {
    return switch (hit.cue().stance()) {
      case "present" -> Optional.of(presentCue(reading, hit));
      case "absent" ->
          reading.negated(hit)
              ? Optional.empty()
              : Optional.of(tag(reading, hit, Polarity.ABSENT, hit.cue().confidence()));
      default ->
          switch (lean(reading, hit)) {
            case POSITIVE -> Optional.of(tag(reading, hit, Polarity.PRESENT, inferred(hit)));
            case NEGATIVE -> Optional.of(tag(reading, hit, Polarity.ABSENT, inferred(hit)));
            default -> Optional.empty();
          };
    };
  }

  private static Tag presentCue(Reading reading, Hit hit) {
    boolean missing = reading.negated(hit) || reading.wished(hit);
    return missing
        ? tag(reading, hit, Polarity.ABSENT, inferred(hit))
        : tag(reading, hit, Polarity.PRESENT, hit.cue().confidence());
  }

  private static Optional<Tag> practical(Reading reading, Hit hit) {
    return switch (hit.cue().stance()) {
      case "positive" -> {
        boolean missing = reading.negated(hit) || reading.wished(hit);
        yield Optional.of(
            missing
                ? tag(reading, hit, Polarity.NEGATIVE, inferred(hit))
                : tag(reading, hit, Polarity.POSITIVE, hit.cue().confidence()));
      }
      case "negative" ->
          reading.negated(hit)
              ? Optional.empty()
              : Optional.of(tag(reading, hit, Polarity.NEGATIVE, hit.cue().confidence()));
      default -> Optional.of(tag(reading, hit, lean(reading, hit), inferred(hit)));
    };
  }

  /** Which way a bare topic leans: by the words beside it, then by the question, then the score. */
  private static Polarity lean(Reading reading, Hit hit) {
    if (reading.negated(hit)
        || reading.wished(hit)
        || reading.beside(hit, "dissatisfaction", false)
        || reading.beside(hit, "bad", false)
        || reading.beside(hit, "praise", true)) {
      return Polarity.NEGATIVE;
    }
    if (reading.beside(hit, "praise", false) || reading.beside(hit, "good", false)) {
      return Polarity.POSITIVE;
    }
    if (reading.improve()) {
      return reading.opensWithNothing() ? Polarity.NEUTRAL : Polarity.NEGATIVE;
    }
    if (reading.comment().question() == Question.GOOD || reading.ratedGood()) {
      return Polarity.POSITIVE;
    }
    return reading.ratedPoor() || reading.has("bad") ? Polarity.NEGATIVE : Polarity.NEUTRAL;
  }

  private static double inferred(Hit hit) {
    return hit.cue().confidence() * INFERRED;
  }

  private static Tag tag(Reading reading, Hit hit, Polarity polarity, double confidence) {
    Layer layer = hit.of("compassion") ? Layer.COMPASSION : Layer.PRACTICAL;
    return new Tag(
        layer,
        hit.cue().theme(),
        polarity,
        hit.cue().specificity(),
        confidence,
        reading.evidence(hit));
  }
}
