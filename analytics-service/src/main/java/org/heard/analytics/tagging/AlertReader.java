package org.heard.analytics.tagging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a person must look at. Meant to miss little; its guards stand in the lexicon. */
public final class AlertReader {

  /** A line from this confidence on raises an alert by itself. */
  private static final double ALONE = 0.6;

  /**
   * A line from this confidence on, neither denied nor supposed, raises one whatever the rest of
   * the comment is like.
   */
  private static final double SURE = 0.9;

  /**
   * An event that a line tells is none below this probability of moderate severity where the score
   * is good. Where there is no score, a few bare words read as content whatever they say.
   */
  private static final double HAPPY = 0.01;

  /** A weaker one, from this on, does so unless the comment reads as content. */
  private static final double LOOSE = 0.4;

  /** Below this probability of moderate severity a comment reads as content. */
  private static final double CONTENT = 0.02;

  /** From this probability on it reads as if something went wrong; the weakest lines need that. */
  static final double WENT_WRONG = 0.1;

  /** What is only feared or planned is no event of these kinds; of the others it is. */
  private static final Set<AlertCategory> EVENTS =
      Set.of(
          AlertCategory.ABUSE_OR_SAFETY,
          AlertCategory.NEGLECT,
          AlertCategory.FALL_OR_MEDICATION_ERROR);

  /** Words that forbid: "do not", "never". */
  private static final WordSet ORDER = WordSet.of("dont", "not", "never", "shouldnt");

  /** How many words before a finding a supposition begins that still reaches it. */
  private static final int SUPPOSITION_REACH = 8;

  private final AlertWords words;

  private AlertReader(AlertWords words) {
    this.words = words;
  }

  static AlertReader load() {
    return new AlertReader(AlertWords.load());
  }

  /**
   * At most one alert a category, the first found, in the order of the closed list; where no line
   * speaks, at most one for what its single words say.
   */
  List<Alert> read(Reading reading, Opinion opinion) {
    List<Alert> lines = lines(reading, opinion);
    // Words that are not meant as they stand are no evidence of anything else either.
    if (!lines.isEmpty() || reading.has("sarcasm")) {
      return lines;
    }
    double[] circumstances = AlertWords.circumstances(reading.comment(), opinion);
    return words.read(reading, circumstances).stream().toList();
  }

  /** Whether a line raises an alert, whatever the single words say. */
  public static boolean lineSpeaks(ReadComment comment, Opinion opinion) {
    return !lines(comment.reading(), opinion).isEmpty();
  }

  /**
   * What the lines say that need nothing else: all there is to go by where nothing can be judged.
   */
  static List<Alert> plainLines(Reading reading) {
    return lines(reading, HAPPY);
  }

  private static List<Alert> lines(Reading reading, Opinion opinion) {
    return lines(reading, opinion.probability(Labels.SEVERITY + Severity.MODERATE.code()));
  }

  /**
   * What the lines say.
   *
   * @param wrong the probability from 0 to 1 that the severity is moderate or worse
   */
  static List<Alert> lines(Reading reading, double wrong) {
    Map<AlertCategory, Alert> alerts = new EnumMap<>(AlertCategory.class);
    List<Hit> hits = reading.group("alert").stream().filter(h -> happened(reading, h)).toList();
    for (Hit hit : hits) {
      if (wrong >= needed(reading, hit) || hits.stream().anyMatch(other -> supports(other, hit))) {
        alerts.putIfAbsent(category(hit), new Alert(category(hit), reading.evidence(hit)));
      }
    }
    return List.copyOf(alerts.values());
  }

  private static double needed(Reading reading, Hit hit) {
    double confidence = hit.cue().confidence();
    if (confidence >= SURE) {
      return 0;
    }
    if (confidence >= ALONE) {
      return EVENTS.contains(category(hit)) && reading.ratedGood() ? HAPPY : 0;
    }
    return confidence >= LOOSE ? CONTENT : WENT_WRONG;
  }

  private static boolean happened(Reading reading, Hit hit) {
    return !denied(reading, hit) && !(EVENTS.contains(category(hit)) && supposed(reading, hit));
  }

  /**
   * Whether a negation says that it did not happen. It does not reach past what somebody failed to
   * tell or see; asked what to improve, "do not threaten us" says that it does happen.
   */
  private static boolean denied(Reading reading, Hit hit) {
    if (hit.cue().phrase().negated()) {
      return false;
    }
    int unit = reading.words().unitStart(hit.from());
    int reach = Math.max(unit, hit.from() - Reading.NEGATION_REACH);
    for (int i = hit.from() - 1; i >= reach; i--) {
      if (reading.negators()[i]) {
        return !(reading.improve() && ORDER.contains(reading.words().word(i)));
      }
      if (reading.any("beyond", i, i + 1, verb -> ends(verb, hit))) {
        return false;
      }
    }
    return false;
  }

  /** Whether a denial before this word says nothing of what follows it, or of this category. */
  private static boolean ends(Hit verb, Hit hit) {
    String of = verb.cue().theme();
    return of.isEmpty() || of.equals(category(hit).code());
  }

  /**
   * Whether the words before a finding say that it might be, not that it was. That ends where the
   * clause begins to tell ("and the", "when"), and is none inside a turn of praise ("could not have
   * been kinder").
   */
  private static boolean supposed(Reading reading, Hit hit) {
    int clause = reading.words().clauseStart(hit.from());
    int reach = Math.max(clause, hit.from() - SUPPOSITION_REACH);
    return reading.any("hypothetical", reach, hit.from(), might -> reaches(reading, might, hit));
  }

  private static boolean reaches(Reading reading, Hit might, Hit hit) {
    boolean praise = reading.group("flip").stream().anyMatch(flip -> flip.covers(might));
    return !praise && !reading.any("told", might.to(), hit.from() + 1, told -> true);
  }

  /** Two findings of a category that share no word need no more. */
  private static boolean supports(Hit other, Hit hit) {
    boolean apart = other.from() >= hit.to() || other.to() <= hit.from();
    return apart && category(other) == category(hit);
  }

  private static AlertCategory category(Hit hit) {
    return AlertCategory.of(hit.cue().theme());
  }
}
