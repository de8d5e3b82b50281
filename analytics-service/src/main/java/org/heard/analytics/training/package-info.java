/**
 * From labelled comments to a model file, and from a model file to scores. A command, not on the
 * service's path.
 *
 * <p>{@code LabelledFile} reads; {@code Targets} says what should be learnt from each comment and
 * unit; {@code DualDescent} fits the three linear models, the second view of QDC labels with {@code
 * KeyScales}; {@code Trainer} fits them on four fifths and lets them judge the last fifth in turns,
 * so that {@code Logistic} can learn how far to trust them on comments they have not seen, and fits
 * them once more on everything; {@code Evaluation} scores what a whole tagger says, by {@code
 * Marks} of right and wrong labels; {@code CrossValidation} does all of it anew without each fold,
 * beside a {@code Baseline}. Everything is seeded and single-threaded: the same file gives the same
 * bytes.
 */
package org.heard.analytics.training;
