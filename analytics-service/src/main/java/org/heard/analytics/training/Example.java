package org.heard.analytics.training;

import java.util.List;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.ReadComment;
import org.heard.analytics.tagging.Views;

/** A labelled comment, read. */
record Example(LabelledComment labelled, ReadComment read, Views views) {

  static List<Example> of(List<LabelledComment> comments, CommentReader reader) {
    return comments.stream().map(comment -> of(comment, reader)).toList();
  }

  private static Example of(LabelledComment comment, CommentReader reader) {
    ReadComment read = reader.read(comment.comment());
    return new Example(comment, read, CommentReader.views(read));
  }
}
