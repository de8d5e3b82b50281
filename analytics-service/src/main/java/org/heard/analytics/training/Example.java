package org.heard.analytics.training;

import java.util.List;
import org.heard.analytics.tagging.CommentReader;
import org.heard.analytics.tagging.FeatureVector;
import org.heard.analytics.tagging.ReadComment;

/**
 * A labelled comment, read.
 *
 * @param features the whole comment first, then each unit
 */
record Example(LabelledComment labelled, ReadComment read, List<FeatureVector> features) {

  static List<Example> of(List<LabelledComment> comments, CommentReader reader) {
    return comments.stream().map(comment -> of(comment, reader)).toList();
  }

  private static Example of(LabelledComment comment, CommentReader reader) {
    ReadComment read = reader.read(comment.comment());
    return new Example(comment, read, CommentReader.features(read));
  }
}
