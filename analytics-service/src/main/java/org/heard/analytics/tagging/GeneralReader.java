package org.heard.analytics.tagging;

import java.util.List;
import java.util.stream.IntStream;

/** The general states: praise, dissatisfaction, the many meanings of "nothing", no content. */
final class GeneralReader {

  private static final double SURE = 0.95;
  private static final double USUAL = 0.85;
  private static final double WEAK = 0.6;

  /** What asks for a person's eye: below {@code heard.counting.low-confidence}. */
  private static final double BITTER = 0.4;

  /** From this confidence on, a line of the lexicon is heard even where the model hesitates. */
  private static final double LEXICON_SURE = 0.7;

  /** Below this probability the model does not hesitate, it denies. */
  private static final double DENIED = 0.15;

  /** What may stand before "can't think of anything" without saying anything. */
  private static final WordSet EMPTY =
      WordSet.of("i", "we", "sorry", "no", "well", "really", "honestly", "just");

  private static final WordSet GOOD = WordSet.of("good", "nice", "positive");
  private static final WordSet THING = WordSet.of("anything", "nothing");
  private static final WordSet ABOUT = WordSet.of("to", "about", "here", "at", "in");

  private GeneralReader() {}

  /** Whether the comment says nothing at all: no words, keyboard noise, "did not answer". */
  static boolean withoutContent(Reading reading) {
    if (reading.has("no-content")) {
      return true;
    }
    // "TV", "10/10" and "kms" look like noise and are none
    boolean known =
        reading.has("practical")
            || reading.has("compassion")
            || reading.has("praise")
            || reading.has("alert");
    return !known && allNoise(reading.words());
  }

  private static boolean allNoise(Words words) {
    for (int i = 0; i < words.size(); i++) {
      if (!noise(words.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** Numbers, single letters and letters without a vowel. */
  private static boolean noise(String word) {
    boolean vowel = word.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0 || c > 'z');
    boolean number = Character.isDigit(word.charAt(0));
    return number || !vowel || (word.length() == 1 && !word.equals("a"));
  }

  static void read(Reading reading, Opinion opinion, List<Alert> alerts, TagList tags) {
    nothings(reading, alerts, tags);
    if (saysNothing(reading) && alerts.isEmpty() && tags.all().isEmpty()) {
      tags.general(Themes.NO_CONTENT, USUAL, reading.words().whole());
      return;
    }
    opinions(reading, opinion, tags);
    if (tags.all().isEmpty()) {
      tags.general(Themes.UNCLASSIFIED, WEAK, reading.words().whole());
    }
  }

  private static void opinions(Reading reading, Opinion opinion, TagList tags) {
    boolean denied =
        surest(reading, "praise") == null
            && (surest(reading, "dissatisfaction") != null || missesGood(reading));
    if (!reading.has("sarcasm") && !denied) {
      opinion(reading, opinion, "praise", Themes.GENERAL_PRAISE, tags);
    }
    opinion(reading, opinion, "dissatisfaction", Themes.GENERAL_DISSATISFACTION, tags);
    if (!reading.ratedGood() && !tags.hasGeneral(Themes.GENERAL_DISSATISFACTION)) {
      for (Echo echo : reading.echoes()) {
        Evidence evidence = reading.words().evidence(echo.from(), echo.to());
        tags.general(Themes.GENERAL_DISSATISFACTION, BITTER, evidence);
      }
    }
  }

  /** The lexicon shows where it stands; where the lexicon is sure, the model only has to agree. */
  private static void opinion(
      Reading reading, Opinion opinion, String group, String state, TagList tags) {
    double probability = opinion.probability(state);
    Hit hit = surest(reading, group);
    boolean sure = hit != null && hit.cue().confidence() >= LEXICON_SURE;
    if (opinion.says(state) || (sure && probability >= DENIED)) {
      Evidence evidence = hit == null ? reading.words().whole() : reading.evidence(hit);
      boolean bitter = !reading.echoes().isEmpty();
      tags.general(state, bitter ? Math.min(probability, BITTER) : probability, evidence);
    }
  }

  private static Hit surest(Reading reading, String group) {
    Hit surest = null;
    for (Hit hit : reading.group(group)) {
      boolean meant = !reading.negated(hit) && !(group.equals("praise") && reading.wished(hit));
      if (meant && (surest == null || hit.cue().confidence() > surest.cue().confidence())) {
        surest = hit;
      }
    }
    return surest;
  }

  private static void nothings(Reading reading, List<Alert> alerts, TagList tags) {
    for (Hit hit : reading.group("no-complaint")) {
      tags.general(Themes.NOTHING_TO_IMPROVE, USUAL, reading.evidence(hit));
    }
    if (reading.has("nothing")) {
      nothing(reading, reading.group("nothing").get(0), !alerts.isEmpty(), tags);
    }
  }

  /** "Nothing" means something else under every question and score (taxonomy 2.7, cases 1 to 5). */
  private static void nothing(Reading reading, Hit hit, boolean alerting, TagList tags) {
    Evidence evidence = reading.evidence(hit);
    boolean bare = bare(reading, hit);
    Question question = reading.comment().question();
    if (question == Question.IMPROVE) {
      tags.general(Themes.NOTHING_TO_IMPROVE, bare ? SURE : USUAL, evidence);
    } else if (question == Question.GOOD) {
      if (opens(reading, hit) || !(tellsOfGood(tags) || reading.has("praise"))) {
        tags.general(Themes.NOTHING_WAS_GOOD, bare ? SURE : WEAK, evidence);
      }
    } else if (reading.ratedPoor() || missesGood(reading)) {
      tags.general(Themes.GENERAL_DISSATISFACTION, WEAK, evidence);
    } else if (reading.ratedGood() ? !alerting : !bare && !alerting && !tellsOfBad(tags)) {
      tags.general(Themes.NOTHING_TO_IMPROVE, bare ? USUAL : WEAK, evidence);
    }
  }

  private static boolean tellsOfGood(TagList tags) {
    return tags.has(Polarity.PRESENT) || tags.has(Polarity.POSITIVE);
  }

  private static boolean tellsOfBad(TagList tags) {
    return tags.has(Polarity.ABSENT) || tags.has(Polarity.NEGATIVE);
  }

  private static boolean saysNothing(Reading reading) {
    return reading.has("nothing")
        && bare(reading, reading.group("nothing").get(0))
        && !missesGood(reading);
  }

  /**
   * "Nothing was good", "cannot think of anything good": a criticism where nobody asked for good.
   */
  private static boolean missesGood(Reading reading) {
    Question question = reading.comment().question();
    return question != Question.GOOD
        && question != Question.IMPROVE
        && !reading.ratedGood()
        && reading.group("nothing").stream().anyMatch(hit -> namesGood(reading.words(), hit));
  }

  private static boolean namesGood(Words words, Hit hit) {
    boolean goesOn = THING.contains(words.word(hit.to() - 1)) && endsBehind(words, hit);
    return IntStream.range(hit.from(), goesOn ? hit.to() + 1 : hit.to())
        .anyMatch(i -> GOOD.contains(words.word(i)));
  }

  /**
   * Whether one word more of the clause is what it is about: not "anything good care all round".
   */
  private static boolean endsBehind(Words words, Hit hit) {
    int end = words.clauseEnd(hit.from());
    return hit.to() < end && (hit.to() + 1 == end || ABOUT.contains(words.word(hit.to() + 1)));
  }

  /** Whether it is all that the comment says. */
  private static boolean bare(Reading reading, Hit hit) {
    return opens(reading, hit) && hit.to() == reading.words().size();
  }

  /** Whether nothing is said before it. */
  private static boolean opens(Reading reading, Hit hit) {
    return IntStream.range(0, hit.from()).allMatch(i -> EMPTY.contains(reading.words().word(i)));
  }
}
