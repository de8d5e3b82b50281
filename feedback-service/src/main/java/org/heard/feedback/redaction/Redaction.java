package org.heard.feedback.redaction;

import java.util.List;

/**
 * A text without the identifiers that were found.
 *
 * @param text the text with a token in place of each identifier
 * @param removed what was removed, in order of its place in the original
 */
public record Redaction(String text, List<Removed> removed) {

  /**
   * One identifier that was found.
   *
   * @param kind what it is
   * @param start first UTF-16 code unit in the original text
   * @param end one past its last UTF-16 code unit
   */
  public record Removed(IdentifierKind kind, int start, int end) {}
}
