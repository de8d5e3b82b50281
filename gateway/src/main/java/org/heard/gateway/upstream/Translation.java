package org.heard.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a person wrote in the place of a held comment.
 *
 * @param kind {@link #ENGLISH} or {@link #CLEARED}
 * @param version of the words that the person read; null where they do not say
 */
public record Translation(
    String kind, String text, @JsonInclude(JsonInclude.Include.NON_NULL) String version) {
  /** The comment in English. */
  public static final String ENGLISH = "translation";

  /** The comment in its own language, without identifiers. */
  public static final String CLEARED = "cleared";
}
