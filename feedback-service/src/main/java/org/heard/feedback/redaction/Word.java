package org.heard.feedback.redaction;

/**
 * One word of a text.
 *
 * @param start its first UTF-16 code unit in the text
 * @param end one past its last; a possessive 's stays outside
 * @param plain in lower case, with plain apostrophes
 * @param spelling how its letters are written
 * @param before what stands between it and the word before it
 * @param owner whether a possessive 's follows
 */
record Word(int start, int end, String plain, Spelling spelling, Gap before, boolean owner) {

  /** How the letters of a word are written. */
  enum Spelling {
    LOWER,
    CAPITAL,
    UPPER
  }

  /** What stands between two words. */
  enum Gap {
    /** The text or a sentence begins. */
    START,
    /** What was announced follows. */
    COLON,
    COMMA,
    SLASH,
    OPEN,
    DASH,
    NUMBER,
    NONE
  }

  boolean capital() {
    return spelling != Spelling.LOWER;
  }

  /** The same word, where it stands in another text. */
  Word at(int otherStart, int otherEnd) {
    return new Word(otherStart, otherEnd, plain, spelling, before, owner);
  }

  /** The same word behind something else. */
  Word after(Gap gap) {
    return new Word(start, end, plain, spelling, gap, owner);
  }
}
