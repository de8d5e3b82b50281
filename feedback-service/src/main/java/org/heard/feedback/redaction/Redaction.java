package org.heard.feedback.redaction;

import java.util.List;

/**
 * A text without the identifiers that were found.
 *
 * @param text the text with a token in place of each identifier
 * @param removed what was removed, in order of its place in the original
 * @param staffTokens where tokens for names of staff stand in {@code text}, in their order
 */
public record Redaction(String text, List<Removed> removed, List<StaffToken> staffTokens) {

  /**
   * One identifier that was found.
   *
   * @param kind what it is
   * @param start first UTF-16 code unit in the original text
   * @param end one past its last UTF-16 code unit
   * @param token what stands there now
   */
  public record Removed(IdentifierKind kind, int start, int end, String token) {}

  /** A token such as {@code [STAFF-1]}; UTF-16 offsets into the text that is left. */
  public record StaffToken(String token, int start, int end) {}
}
