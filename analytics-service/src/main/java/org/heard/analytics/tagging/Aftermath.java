package org.heard.analytics.tagging;

import java.util.stream.IntStream;

/** Whether what comes later may take back what was said of a name. */
final class Aftermath {
  /** Who is meant by these was named before. */
  private static final WordSet PERSON =
      WordSet.of(
          "he",
          "she",
          "they",
          "him",
          "her",
          "them",
          "his",
          "hers",
          "their",
          "theirs",
          "himself",
          "herself",
          "themselves",
          "hes",
          "shes",
          "theyre",
          "hed",
          "shed",
          "theyd",
          "who",
          "whom",
          "whose",
          "same",
          "both");

  /** Where one of these stands, nothing but praise leaves no doubt. */
  private static final WordSet ONE_PERSON =
      WordSet.of("he", "she", "him", "her", "his", "hes", "shes");

  /** What may stand before the subject of a part. */
  private static final WordSet BEFORE_SUBJECT =
      WordSet.of(
          "from", "for", "sadly", "just", "and", "also", "on", "at", "in", "with", "nurse", "dr",
          "sister", "doctor");

  private final Words words;
  private final Parts parts;
  private final NameList names;
  private final Praise praise;
  private final boolean[] clean;

  Aftermath(Words words, Parts parts, NameList names, Praise praise, boolean[] clean) {
    this.praise = praise;
    this.words = words;
    this.parts = parts;
    this.names = names;
    this.clean = clean;
  }

  /**
   * Whether a comment that names nobody may speak against somebody whom another answer names: a
   * shortfall in compassion beside any word for a person, or anything poor beside "she" or "he".
   */
  static boolean mayMeanSomebodyElsewhere(Words words, TagList tags) {
    boolean shortfall = tags.all().stream().anyMatch(tag -> tag.polarity() == Polarity.ABSENT);
    boolean poor = tags.all().stream().anyMatch(Aftermath::isPoor);
    return (shortfall && isIn(words, PERSON)) || (poor && isIn(words, ONE_PERSON));
  }

  private static boolean isPoor(Tag tag) {
    return tag.polarity() == Polarity.ABSENT
        || tag.polarity() == Polarity.NEGATIVE
        || tag.theme().equals(Themes.GENERAL_DISSATISFACTION);
  }

  private static boolean isIn(Words words, WordSet set) {
    return IntStream.range(0, words.size()).anyMatch(i -> set.contains(words.word(i)));
  }

  boolean takesBack(NameList.Name name) {
    return badAfter(name) || neutralAfter(name);
  }

  private boolean badAfter(NameList.Name name) {
    int next = parts.of(name.from()) + 1;
    for (int part = next; part < clean.length; part++) {
      if (!clean[part]
          && (means(PERSON, name, parts.from(part), parts.to(part))
              || (part == next && !hasSubject(name, part)))) {
        return true;
      }
    }
    return false;
  }

  /** "She dropped me" has no word that is bad by itself. */
  private boolean neutralAfter(NameList.Name name) {
    int from = words.clauseEnd(name.to() - 1);
    while (from < words.size()) {
      int to = words.clauseEnd(from);
      if (means(ONE_PERSON, name, from, to) && !praise.in(from, to)) {
        return true;
      }
      from = to;
    }
    return false;
  }

  /** Whether these words may speak of a name by "she" or the like: no other name comes before. */
  private boolean means(WordSet pronouns, NameList.Name name, int from, int to) {
    for (int i = from; i < to; i++) {
      if (names.isOther(name, i)) {
        return false;
      }
      if (pronouns.contains(words.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the part after it has a subject of its own, as "always late" has not. */
  private boolean hasSubject(NameList.Name name, int part) {
    int at = parts.from(part);
    while (at + 1 < parts.to(part) && leads(at)) {
      at++;
    }
    return Address.OTHER_SUBJECT.contains(words.word(at)) || names.isOther(name, at);
  }

  private boolean leads(int word) {
    return Cutting.CONTRAST.contains(words.word(word)) || BEFORE_SUBJECT.contains(words.word(word));
  }
}
