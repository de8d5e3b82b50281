/**
 * Text in, tags with evidence out. Pure: no container, no database, no clock, no other package.
 *
 * <p>A comment goes one way: {@code Normaliser} cuts it into words that keep their place in the
 * original (case, curly quotes, scanner capitals and common misspellings are mended on the way) and
 * into clauses and units; {@code LanguageGuess} turns away what is not English; {@code Lexicon}
 * finds the lines of the lexicon inside clauses; {@code Reading} says what the neighbourhood does
 * to each finding (a longer phrase explains a shorter one, negation, flips such as "couldn't have
 * been kinder", wishes, the question and the score); {@code ThemeReader}, {@code GeneralReader} and
 * {@code AlertReader} make tags and alerts; {@code Scores} and {@code QdcLabels} follow from those.
 *
 * <p>Decisions. The knowledge lies in {@code resources/tagging/*.txt}, whose form is described at
 * the head of {@code words.txt}, so that a clinician can read and correct it; code knows grammar
 * only. Phrases are matched word by word with bounded gaps, not by regular expressions: no input
 * can make it slow, and a test holds every line to a bound. Confidence is the share of agreement
 * counted on annotated public comments for a line (shrunk towards a first guess where there were
 * few), times a constant where the polarity was inferred; tags under 0.4 are not said. Evidence is
 * the unit between conjunctions that holds the phrase. A language is foreign only by its script or
 * by several words that English does not have: a misspelt comment must not be kept from its ward.
 * Asked what to improve, "do not threaten patients" alerts although it is negated.
 *
 * <p>Known failures, in order of weight:
 *
 * <ul>
 *   <li>{@code absent} is found about half of the time: harm told as a story, without a word for it
 *       ("my bag was packed when I came back from the bathroom"), is not seen.
 *   <li>{@code family-and-carers}, {@code seen-as-a-person}, {@code involvement-and-choice} and
 *       {@code inclusion-and-fairness} are weak both ways; who was listened to is not resolved.
 *   <li>Praise or blame of another service in the same comment is tagged as ours.
 *   <li>Sarcasm is known by three forms only. Hypotheses ("if you had listened") count as wishes or
 *       not at all. A negation reaches five words and does not cross "and".
 *   <li>Alerts miss danger that is described and not named (an untreated heart attack, a long wait
 *       in a crisis), and cannot tell a worry from an event.
 *   <li>Severity, sentiment and criticality are rules over tags, not fitted; the practical layer
 *       often guesses the polarity of a bare topic from the question.
 *   <li>Languages written in Latin script that are not in {@code languages.txt} pass as English.
 * </ul>
 */
package org.heard.analytics.tagging;
