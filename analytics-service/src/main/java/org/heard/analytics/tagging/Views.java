package org.heard.analytics.tagging;

import java.util.List;

/**
 * What the linear models may look at in one comment.
 *
 * @param whole the comment with all that is known of it
 * @param plain the same by its words alone, and the question
 * @param units each unit, seen in its comment
 */
public record Views(FeatureVector whole, FeatureVector plain, List<FeatureVector> units) {}
