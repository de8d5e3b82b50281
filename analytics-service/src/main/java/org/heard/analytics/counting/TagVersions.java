package org.heard.analytics.counting;

/** What the themes of a count mean: the closed lists, and the model that read the comments. */
public record TagVersions(String taxonomy, String model) {}
