package org.heard.gateway.insight;

import java.util.regex.Pattern;

/** The form of a comment's id: its submission's, and which of its answers it is. */
public final class CommentId {
  // Nothing else is sent on, so no id can bend the upstream path.
  private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}-[1-9][0-9]{0,3}");

  private CommentId() {}

  /** Whether a comment can have this id. */
  public static boolean fits(String id) {
    return FORM.matcher(id).matches();
  }
}
