package org.heard.analytics.tagging;

/**
 * What a model may look at: words and their neighbours, parts of words, what stands before and
 * after, the question and score, and what the lexicon says.
 */
final class CommentFeatures {

  private static final double WORDS = 1;
  private static final double PARTS = 0.8;
  private static final double AROUND = 0.5;
  private static final double CONTEXT = 0.3;
  private static final double LEXICON = 1;

  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 5;

  /** How many words a negation reaches. */
  private static final int NEGATED = 5;

  /** How many words beside a unit are its neighbours, and how many its surroundings. */
  private static final int BESIDE = 4;

  private static final int SURROUNDINGS = 30;

  /** One a thread: the next comment takes over the room the last one needed. */
  private static final ThreadLocal<FeatureBag> BAGS = ThreadLocal.withInitial(FeatureBag::new);

  private final ReadComment comment;
  private final Words words;
  private final long[] hashes;
  private final int[][] parts;
  private final boolean[] negators;
  private final long question;
  private final long rating;
  private final LexiconFeatures lexicon;
  private final FeatureBag bag = BAGS.get();

  CommentFeatures(ReadComment comment) {
    bag.reset();
    this.comment = comment;
    Reading reading = comment.reading();
    words = reading.words();
    hashes = new long[words.size()];
    parts = new int[words.size()][];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Hashes.of(words.word(i));
      parts[i] = parts(words.word(i));
    }
    negators = reading.negators();
    Question asked = reading.comment().question();
    question = asked == null ? 9 : Hashes.of(asked.code());
    Integer given = reading.comment().rating();
    rating = given == null || given > 5 ? 9 : given;
    lexicon = new LexiconFeatures(comment, question);
  }

  /** Features of the whole comment. */
  FeatureVector ofComment() {
    int size = words.size();
    sequence(0, size);
    negated(0, size);
    bag.endBlock(WORDS);
    parts(0, size);
    bag.endBlock(PARTS);
    wordsByQuestion(0, size);
    bag.endBlock(AROUND);
    context();
    bag.endBlock(CONTEXT);
    lexicon.addAll(bag);
    bag.endBlock(LEXICON);
    return bag.take();
  }

  /**
   * The second view of the whole comment: words, pairs and the question, and parts of words. No
   * lexicon and no circumstances, so that it errs in other ways than the first.
   */
  FeatureVector plain() {
    long last = 7;
    for (int i = 0; i < words.size(); i++) {
      long one = form(i);
      bag.add(Hashes.of(1, one));
      bag.add(Hashes.of(2, last, one));
      last = one;
    }
    bag.add(Hashes.of(300, question));
    bag.endBlock(WORDS);
    parts(0, words.size());
    bag.endBlock(WORDS);
    return bag.take();
  }

  /** Features of one unit, seen in its comment. */
  FeatureVector ofUnit(int unit) {
    int from = comment.unitStart(unit);
    int to = comment.unitEnd(unit);
    sequence(from, to);
    negated(from, to);
    bag.endBlock(WORDS);
    parts(from, to);
    bag.endBlock(PARTS);
    wordsByQuestion(from, to);
    bag.endBlock(AROUND);
    beside(from, to);
    bag.endBlock(AROUND);
    surroundings(from, to);
    bag.endBlock(AROUND);
    context();
    bag.endBlock(CONTEXT);
    lexicon.add(from, to, bag);
    bag.endBlock(LEXICON);
    return bag.take();
  }

  private void sequence(int from, int to) {
    for (int i = from; i < to; i++) {
      long one = form(i);
      long two = i + 1 < to ? form(i + 1) : 7;
      bag.add(Hashes.of(1, one));
      bag.add(Hashes.of(2, one, two));
      if (i == from) {
        bag.add(Hashes.of(2, 5, one));
      }
      if (i + 2 < to) {
        bag.add(Hashes.of(3, one, two, form(i + 2)));
        bag.add(Hashes.of(4, one, form(i + 2)));
      }
    }
  }

  /** Numbers count by their length only. */
  private long form(int i) {
    String word = words.word(i);
    return Character.isDigit(word.charAt(0)) ? Math.min(3, word.length()) : hashes[i];
  }

  private void negated(int from, int to) {
    int left = 0;
    for (int i = from; i < to; i++) {
      if (negators[i]) {
        left = NEGATED;
      } else if (left > 0) {
        bag.add(Hashes.of(20, hashes[i]));
        left--;
      }
    }
  }

  private static int[] parts(String word) {
    String marked = "<" + word + ">";
    int count = 0;
    for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
      count += Math.max(0, marked.length() - length + 1);
    }
    int[] parts = new int[count];
    int next = 0;
    for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
      for (int at = 0; at + length <= marked.length(); at++) {
        parts[next++] = (int) Hashes.of(10, length, Hashes.of(marked, at, at + length));
      }
    }
    return parts;
  }

  private void parts(int from, int to) {
    for (int i = from; i < to; i++) {
      for (int part : parts[i]) {
        bag.addKey(part);
      }
    }
  }

  private void wordsByQuestion(int from, int to) {
    for (int i = from; i < to; i++) {
      bag.add(Hashes.of(30, question, hashes[i]));
    }
  }

  private void beside(int from, int to) {
    for (int i = Math.max(0, from - BESIDE); i < from; i++) {
      bag.add(Hashes.of(60, hashes[i]));
    }
    for (int i = to; i < Math.min(words.size(), to + BESIDE); i++) {
      bag.add(Hashes.of(61, hashes[i]));
    }
    if (from > 0) {
      bag.add(Hashes.of(62, hashes[from - 1], hashes[from]));
    }
    if (to < words.size()) {
      bag.add(Hashes.of(62, hashes[to - 1], hashes[to]));
    }
    if (from > 1) {
      bag.add(Hashes.of(64, hashes[from - 2], hashes[from - 1], hashes[from]));
    }
  }

  private void surroundings(int from, int to) {
    int last = Math.min(words.size(), to + SURROUNDINGS);
    for (int i = Math.max(0, from - SURROUNDINGS); i < last; i++) {
      if (i < from || i >= to) {
        bag.add(Hashes.of(63, hashes[i]));
      }
    }
  }

  private void context() {
    int size = words.size();
    int length = 32 - Integer.numberOfLeadingZeros(Math.max(0, Math.min(size, 128) - 1));
    bag.add(Hashes.of(300, question));
    bag.add(Hashes.of(301, rating));
    bag.add(Hashes.of(302, question, rating));
    bag.add(Hashes.of(303, length));
    bag.add(Hashes.of(304, length, question));
    if (size > 0) {
      bag.add(Hashes.of(305, hashes[0], question));
    }
    if (size > 1) {
      bag.add(Hashes.of(306, hashes[0], hashes[1], question));
    }
    bag.add(Hashes.of(307, comment.reading().opensWithNothing() ? 1 : 0, question));
  }
}
