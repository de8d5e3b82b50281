package org.heard.analytics.tagging;

/** The general states: praise, dissatisfaction, the many meanings of "nothing", no content. */
final class GeneralReader {

  private static final double SURE = 0.95;
  private static final double USUAL = 0.85;
  private static final double WEAK = 0.6;

  /** From this confidence on, a line of the lexicon is heard even where the model hesitates. */
  private static final double LEXICON_SURE = 0.7;

  /** Below this probability the model does not hesitate, it denies. */
  private static final double DENIED = 0.15;

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

  static void read(Reading reading, Opinion opinion, TagList tags) {
    nothings(reading, tags);
    opinions(reading, opinion, tags);
    if (tags.all().isEmpty()) {
      tags.general(Themes.UNCLASSIFIED, WEAK, reading.words().whole());
    }
  }

  private static void opinions(Reading reading, Opinion opinion, TagList tags) {
    boolean denied =
        surest(reading, "praise") == null && surest(reading, "dissatisfaction") != null;
    if (!reading.has("sarcasm") && !denied) {
      opinion(reading, opinion, "praise", Themes.GENERAL_PRAISE, tags);
    }
    opinion(reading, opinion, "dissatisfaction", Themes.GENERAL_DISSATISFACTION, tags);
  }

  /** The lexicon shows where it stands; where the lexicon is sure, the model only has to agree. */
  private static void opinion(
      Reading reading, Opinion opinion, String group, String state, TagList tags) {
    double probability = opinion.probability(state);
    Hit hit = surest(reading, group);
    boolean sure = hit != null && hit.cue().confidence() >= LEXICON_SURE;
    if (opinion.says(state) || (sure && probability >= DENIED)) {
      Evidence evidence = hit == null ? reading.words().whole() : reading.evidence(hit);
      tags.general(state, probability, evidence);
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

  private static void nothings(Reading reading, TagList tags) {
    for (Hit hit : reading.group("no-complaint")) {
      tags.general(Themes.NOTHING_TO_IMPROVE, USUAL, reading.evidence(hit));
    }
    if (!reading.group("nothing").isEmpty()) {
      Hit hit = reading.group("nothing").get(0);
      bareNothing(reading, hit, tags);
    }
  }

  /** "Nothing" means something else under every question and score (taxonomy 2.7, cases 1 to 5). */
  private static void bareNothing(Reading reading, Hit hit, TagList tags) {
    Evidence evidence = reading.evidence(hit);
    boolean bare = hit.to() == reading.words().size();
    Question question = reading.comment().question();
    if (question == Question.IMPROVE) {
      tags.general(Themes.NOTHING_TO_IMPROVE, bare ? SURE : USUAL, evidence);
    } else if (question == Question.GOOD) {
      tags.general(Themes.NOTHING_WAS_GOOD, bare ? SURE : WEAK, evidence);
    } else if (reading.ratedPoor()) {
      tags.general(Themes.GENERAL_DISSATISFACTION, WEAK, evidence);
    } else if (reading.ratedGood() || !bare) {
      tags.general(Themes.NOTHING_TO_IMPROVE, bare ? USUAL : WEAK, evidence);
    } else {
      tags.general(Themes.NO_CONTENT, USUAL, evidence);
    }
  }
}
