package org.heard.gateway.upstream;

/**
 * What everybody reads of a comment that was held.
 *
 * @param translatedFrom null unless it was translated
 * @param withheld null unless even that is held back
 */
public record Translated(
    String id, String text, String language, String translatedFrom, String withheld) {}
