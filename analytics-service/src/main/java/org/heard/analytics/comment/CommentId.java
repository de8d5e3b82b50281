package org.heard.analytics.comment;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which comment. Written {@code <submission>-<n>}.
 *
 * @param n its place among the answers of its submission, from 1
 */
public record CommentId(UUID submission, int n) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\\d{0,3})");

  /** Null for what is none. */
  public static CommentId of(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? new CommentId(UUID.fromString(parts.group(1)), Integer.parseInt(parts.group(2)))
        : null;
  }

  @Override
  public String toString() {
    return submission + "-" + n;
  }
}
