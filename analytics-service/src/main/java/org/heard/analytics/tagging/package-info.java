/**
 * Text in, tags with evidence out. Pure: no container, no database, no clock, no other package.
 *
 * <p>A comment goes one way: {@code Normaliser} cuts it into words that keep their place in the
 * original (case, curly quotes, scanner capitals and common misspellings are mended on the way) and
 * into clauses and units; {@code LanguageGuess} turns away what is not English; {@code Lexicon}
 * finds the lines of the lexicon; {@code Reading} says what the neighbourhood does to each finding
 * (a longer phrase explains a shorter one, negation, flips such as "couldn't have been kinder",
 * wishes, the question and the score); {@code CommentFeatures} turns the comment and each of its
 * units into hashed keys, and the comment once more by its words alone; three {@code LinearModel}s
 * judge these {@code Views}, the last for QDC labels only; {@code Weighing} lays out, for each
 * label, what they and the lexicon say, and a logistic regression makes a probability of it. {@code
 * ThemeJudge} and {@code GeneralReader} make tags of what is probable enough, {@code QdcLabels},
 * {@code Scores} and {@code SeverityReader} the rest; {@code AlertReader} makes alerts from the
 * lines of the lexicon and, where none speaks, from the points of single words ({@code
 * AlertWords}); {@code PraiseReader} says which names of staff may be told.
 *
 * <p>Decisions. Evidence is the unit between conjunctions that the model finds clearest. Phrases
 * are matched word by word with bounded gaps, not by regular expressions: no input can make it
 * slow. Where the model has nothing to say, a sure line of the lexicon is heard, so that a
 * clinician can add what no training comment had. One clause seldom says both polarities of a
 * theme: the weaker is dropped. A language is foreign only by its script or by several words that
 * English does not have: a misspelt comment must not be kept from its ward. Asked what to improve,
 * "do not threaten patients" alerts although it is negated. Alert lines are no features of the
 * model, so that changing them needs no training; the loosest of them count only where the model
 * reads that something went wrong, and an event counts not where all reads as content. Single words
 * may only speak for an alert: kind words talk none away.
 *
 * <p>Known failures, in order of weight:
 *
 * <ul>
 *   <li>Alerts that are hinted at and not named: of the alerts a writer invented who had not seen
 *       the lexicon nine of ten were found, of far-fetched ones seven (RATIONALE.md). Nobody may
 *       rely on alerts instead of reading.
 *   <li>Two of five {@code absent} tags are missed: harm told as a story, without a word for it.
 *   <li>Themes with few examples ({@code seen-as-a-person}, {@code involvement-and-choice}, {@code
 *       inclusion-and-fairness}, {@code safety-and-trust}).
 *   <li>Praise or blame of another service in the same comment is tagged as ours.
 *   <li>Sarcasm is known by a few forms only. A negation reaches five words and does not cross
 *       "and".
 *   <li>The practical layer never says {@code neutral}: there were too few to learn from.
 *   <li>Languages written in Latin script that are not in {@code languages.txt} pass as English.
 * </ul>
 */
package org.heard.analytics.tagging;
