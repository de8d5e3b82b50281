package org.heard.feedback.page;

/**
 * A field to write in.
 *
 * @param language of the label, BCP 47
 * @param type of an input, and {@code complete} what a browser may fill in
 * @param error null if nothing is wrong
 */
public record TextField(
    String name,
    String label,
    String language,
    String type,
    String complete,
    String value,
    String error) {}
