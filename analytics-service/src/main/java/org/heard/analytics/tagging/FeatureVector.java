package org.heard.analytics.tagging;

/**
 * A sparse vector. Keys are hashes of what was seen, never the words themselves, so a model made of
 * them holds no text.
 *
 * @param keys each at most once
 * @param values as many as keys
 */
public record FeatureVector(int[] keys, float[] values) {}
