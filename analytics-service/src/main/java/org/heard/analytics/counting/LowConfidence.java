package org.heard.analytics.counting;

/**
 * When a comment counts as unsure: somebody should look at it before its tags are believed.
 *
 * @param below of its least sure tag
 */
public record LowConfidence(double below) {}
