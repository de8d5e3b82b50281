package org.heard.analytics.tagging;

import java.util.stream.Stream;

/** Whether a name stands in praise: something good is said with confidence, and of the name. */
final class Praise {
  /**
   * From this confidence on a tag is praise. It is a probability fitted on comments that the model
   * had not seen (MODEL_CARD.md): of ten such tags a reader would agree with nine.
   */
  static final double CONFIDENCE = 0.9;

  /** A line of the lexicon shows from this confidence on where praise stands. */
  private static final double SURE = 0.7;

  private final ReadComment read;
  private final Reading reading;
  private final Words words;
  private final TagList tags;
  private final NameList names;
  private final Address address;

  Praise(ReadComment read, TagList tags, NameList names) {
    this.read = read;
    this.reading = read.reading();
    this.words = reading.words();
    this.tags = tags;
    this.names = names;
    this.address = new Address(words);
  }

  boolean of(NameList.Name name) {
    NameList.Name first = names.first(name);
    NameList.Name last = names.last(name);
    int from = address.isSubject(first) ? first.from() : words.clauseStart(first.from());
    return allInPlace(name) && in(from, told(last));
  }

  /** "Sam was kind to me after Jo" says something of both: neither is told. */
  private boolean allInPlace(NameList.Name name) {
    int clause = words.clauseStart(name.from());
    return names.all().stream()
        .filter(each -> words.clauseStart(each.from()) == clause)
        .allMatch(this::inPlace);
  }

  private boolean inPlace(NameList.Name name) {
    NameList.Name first = names.first(name);
    return address.isSubject(first) || address.isThanked(first, names.last(name));
  }

  /** Where ends what is told of a name: with its clause, or where something else is the subject. */
  private int told(NameList.Name last) {
    int to = words.unitEnd(last.to() - 1);
    int end = words.clauseEnd(last.to() - 1);
    while (to < end && !hasSubject(to)) {
      to = words.unitEnd(to);
    }
    return to;
  }

  private boolean hasSubject(int unit) {
    int first = Cutting.CONJUNCTIONS.contains(words.word(unit)) ? unit + 1 : unit;
    return first < words.size()
        && (Address.OTHER_SUBJECT.contains(words.word(first)) || names.startsAt(first));
  }

  /** Whether praise stands in these words, of whomever. */
  boolean in(int from, int to) {
    return tags.all().stream()
        .filter(tag -> good(tag) && tag.confidence() >= CONFIDENCE)
        .anyMatch(tag -> points(tag, from, to) || shown(tag, from, to));
  }

  private static boolean good(Tag tag) {
    return tag.polarity() == Polarity.PRESENT
        || tag.polarity() == Polarity.POSITIVE
        || tag.theme().equals(Themes.GENERAL_PRAISE);
  }

  /** A tag whose evidence is the whole comment does not say where. */
  private boolean points(Tag tag, int from, int to) {
    boolean somewhere = tag.layer() != Layer.GENERAL || !tag.evidence().equals(words.whole());
    return somewhere && words.overlaps(tag.evidence(), from, to) && !quoted(from, to);
  }

  /** A tag points at one place; the lexicon may find the same at others. */
  private boolean shown(Tag tag, int from, int to) {
    Stream<Hit> hits =
        tag.layer() == Layer.GENERAL
            ? reading.group("praise").stream().filter(hit -> hit.cue().confidence() >= SURE)
            : read.suggestions().stream()
                .filter(each -> each.tag().theme().equals(tag.theme()))
                .filter(each -> each.tag().polarity() == tag.polarity())
                .map(ReadComment.Suggestion::hit);
    return hits.anyMatch(hit -> hit.from() >= from && hit.to() <= to) && !quoted(from, to);
  }

  /** Praise in quotation marks is somebody else's, or none. */
  private boolean quoted(int from, int to) {
    String text = words.text().substring(words.start(from), words.end(to - 1));
    return text.matches("(?s).*(?:[\"\u201C\u201D\u201E]|(?<=\\s)['\u2018\u2019`]).*");
  }
}
