package org.heard.gateway.upstream;

/**
 * What a person wrote in the place of a held comment.
 *
 * @param kind {@link #ENGLISH} or {@link #CLEARED}
 */
public record Translation(String kind, String text) {
  /** The comment in English. */
  public static final String ENGLISH = "translation";

  /** The comment in its own language, without identifiers. */
  public static final String CLEARED = "cleared";
}
