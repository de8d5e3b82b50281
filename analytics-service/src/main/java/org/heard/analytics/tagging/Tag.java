package org.heard.analytics.tagging;

/**
 * One statement about a comment.
 *
 * @param theme a code of {@link Themes} in this layer
 * @param polarity present or absent for compassion, positive, negative or neutral for practical,
 *     null for general
 * @param specificity null where it is not known or does not apply
 * @param confidence 0 to 1, a rough share of such tags that a reader would agree with
 */
public record Tag(
    Layer layer,
    String theme,
    Polarity polarity,
    Specificity specificity,
    double confidence,
    Evidence evidence) {}
