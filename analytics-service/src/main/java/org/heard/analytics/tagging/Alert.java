package org.heard.analytics.tagging;

/** Something in a comment that a person has to look at, and the clause that says so. */
public record Alert(AlertCategory category, Evidence evidence) {}
