package org.heard.analytics.tagging;

/**
 * The shortest clause that justifies a tag or an alert.
 *
 * @param start first UTF-16 code unit of the clause in the comment as given
 * @param end one past the last UTF-16 code unit
 * @param text the comment between the two; empty only for a blank comment
 */
public record Evidence(int start, int end, String text) {

  static Evidence of(String comment, int start, int end) {
    return new Evidence(start, end, comment.substring(start, end));
  }
}
