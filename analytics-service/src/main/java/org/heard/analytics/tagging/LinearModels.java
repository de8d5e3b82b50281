package org.heard.analytics.tagging;

/**
 * One linear model for each of the {@link Views}: two that err in different ways tell more
 * together.
 *
 * @param whole judges comments
 * @param plain judges comments, too, by their words alone; QDC labels only
 * @param part judges units
 */
public record LinearModels(LinearModel whole, LinearModel plain, LinearModel part) {}
