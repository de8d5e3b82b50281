package org.heard.analytics.tagging;

/**
 * In what role a name stands in its clause. "Jo was kind" speaks of Jo, "Sam was kind to me after
 * Jo" does not, however it is meant; so only forms that are known to praise a name count.
 */
final class Address {
  /** What may stand before the name of whom the clause speaks. */
  static final WordSet LEADS_TO_NAME =
      WordSet.of(
          "and",
          "n",
          "plus",
          "also",
          "both",
          "especially",
          "particularly",
          "the",
          "a",
          "my",
          "our",
          "your",
          "this",
          "called",
          "named",
          "nurse",
          "nurses",
          "staff",
          "sister",
          "matron",
          "doctor",
          "doctors",
          "dr",
          "drs",
          "mr",
          "mrs",
          "ms",
          "miss",
          "prof",
          "professor",
          "consultant",
          "surgeon",
          "anaesthetist",
          "registrar",
          "midwife",
          "hca",
          "hcas",
          "healthcare",
          "health",
          "care",
          "assistant",
          "support",
          "worker",
          "physio",
          "physiotherapist",
          "therapist",
          "occupational",
          "student",
          "porter",
          "cleaner",
          "receptionist",
          "paramedic",
          "volunteer",
          "ward",
          "manager",
          "day",
          "night",
          "senior",
          "junior",
          "but",
          "however",
          "though",
          "although",
          "yet",
          "whereas");

  /** A clause or unit that begins so speaks of somebody or something else than the name before. */
  static final WordSet OTHER_SUBJECT =
      WordSet.of(
          "the",
          "my",
          "our",
          "your",
          "some",
          "other",
          "others",
          "another",
          "everyone",
          "everybody",
          "i",
          "we",
          "it",
          "its",
          "there",
          "theres",
          "food",
          "meals",
          "parking",
          "waiting",
          "wait",
          "noise",
          "ward",
          "nurses",
          "doctors",
          "discharge",
          "toilets",
          "breakfast",
          "lunch",
          "dinner");

  private static final WordSet THANKS =
      WordSet.of(
          "thank*",
          "grat*",
          "appreciat*",
          "credit",
          "kudos",
          "praise",
          "shout",
          "shoutout",
          "compliments",
          "commend*",
          "mention");

  private static final WordSet LEADS_TO_THANKED =
      WordSet.of("to", "you", "much", "again", "thank", "thanks", "praise", "commend", "fault");

  private static final WordSet GIVEN =
      WordSet.of(
          "care",
          "help",
          "support",
          "treatment",
          "service",
          "kindness",
          "compassion",
          "attention",
          "reassurance",
          "advice");

  private static final WordSet DONE_BY =
      WordSet.of("after", "for", "treated", "seen", "helped", "supported", "nursed", "reassured");

  private static final WordSet WITH =
      WordSet.of("safe", "impressed", "pleased", "happy", "delighted");

  private static final WordSet TROUBLE = WordSet.of("trouble", "much", "bother");

  /** Behind whom one has thanked; "thanks to Jo my drip came out" is no thanks. */
  private static final WordSet AFTER_THANKED =
      WordSet.of(
          "for", "who", "and", "you", "all", "whose", "x", "xx", "xxx", "so", "is", "was", "are",
          "were", "on", "from", "at", "in");

  /** How far back a word of thanks may stand: "thank you so very much to all of". */
  private static final int THANKS_REACH = 7;

  private final Words words;

  Address(Words words) {
    this.words = words;
  }

  /** Whether the unit of a list of names begins with it. */
  boolean isSubject(NameList.Name first) {
    for (int i = words.unitStart(first.from()); i < first.from(); i++) {
      if (!LEADS_TO_NAME.contains(words.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a list of names is thanked, or praised as whose work something was. */
  boolean isThanked(NameList.Name first, NameList.Name last) {
    int clause = words.clauseStart(first.from());
    int before = first.from() - 1;
    while (before >= clause && LEADS_TO_NAME.contains(words.word(before))) {
      before--;
    }
    return before >= clause && leads(clause, before) && endsWell(last);
  }

  private boolean leads(int clause, int before) {
    return switch (words.word(before)) {
      case "from" -> before > clause && GIVEN.contains(words.word(before - 1));
      case "by" -> before > clause && DONE_BY.contains(words.word(before - 1));
      case "with" -> before > clause && WITH.contains(words.word(before - 1));
      case "for" -> before > clause && TROUBLE.contains(words.word(before - 1));
      case "fault" -> true;
      default ->
          LEADS_TO_THANKED.contains(words.word(before))
              && thanks(Math.max(clause, before - THANKS_REACH), before);
    };
  }

  private boolean thanks(int from, int last) {
    for (int i = from; i <= last; i++) {
      if (THANKS.contains(words.word(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWell(NameList.Name last) {
    return last.to() >= words.clauseEnd(last.to() - 1)
        || AFTER_THANKED.contains(words.word(last.to()));
  }
}
