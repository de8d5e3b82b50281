package org.heard.analytics.tagging;

import java.util.Objects;

/**
 * One answered question, as the tagger sees it.
 *
 * @param question what was asked; null when not known
 * @param rating the Friends and Family Test code, 1 very good to 5 very poor; null, and every other
 *     number, counts as not known
 * @param text what the person wrote; blank is allowed
 */
public record CommentText(Question question, Integer rating, String text) {

  public CommentText {
    Objects.requireNonNull(text, "text");
  }
}
