package org.heard.analytics.tagging;

/**
 * One line of the lexicon.
 *
 * @param group the first word of the heading
 * @param theme the second word of the heading, or empty
 * @param stance the third word of the heading, or empty
 * @param unless the line does not count where one of these words stands in the same unit
 * @param near the line counts only where one of these words stands in the same clause; may be empty
 * @param around the line counts only where one of these words stands within {@link Lexicon#AROUND}
 *     words; may be empty
 * @param except the line does not count where one of these stands so near
 * @param question the line counts only for this question; null for any
 * @param line the line as written, to name it by
 */
record Cue(
    String group,
    String theme,
    String stance,
    Specificity specificity,
    double confidence,
    Phrase phrase,
    WordSet unless,
    WordSet near,
    WordSet around,
    WordSet except,
    Question question,
    String line) {}
