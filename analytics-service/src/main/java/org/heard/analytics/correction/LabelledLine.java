package org.heard.analytics.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.FoundTag;
import org.heard.analytics.comment.Passage;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.Layer;

/**
 * A comment as training reads it: a line of the file that README.md describes. What no person has
 * corrected is as the model said it, severity and alert among it; QDC labels, sentiment and
 * criticality, which nobody was asked about, are left out.
 */
record LabelledLine(
    String id, String source, String question, Integer rating, String text, Annotation annotation) {
  private static final String SOURCE = "corrections";

  /** What is said of it, layer by layer. */
  record Annotation(
      List<Labelled> tags,
      List<Labelled> practical,
      List<String> general,
      String severity,
      String alert) {}

  /** A tag and its evidence. */
  record Labelled(
      String theme,
      String polarity,
      @JsonInclude(JsonInclude.Include.NON_NULL) String specificity,
      Passage evidence) {

    static Labelled of(FoundTag tag) {
      return new Labelled(
          tag.theme(), tag.polarity(), tag.specificity(), new Passage(tag.start(), tag.end()));
    }
  }

  static LabelledLine of(CommentId id, ResultSet comment, List<FoundTag> tags) throws SQLException {
    Annotation annotation =
        new Annotation(
            labelled(Layer.COMPASSION, tags),
            labelled(Layer.PRACTICAL, tags),
            of(Layer.GENERAL, tags).map(FoundTag::theme).toList(),
            comment.getString("severity"),
            alert((String[]) comment.getArray("alerts").getArray()));
    return new LabelledLine(
        id.toString(),
        SOURCE,
        comment.getString("question"),
        comment.getObject("rating", Integer.class),
        comment.getString("text"),
        annotation);
  }

  private static List<Labelled> labelled(Layer layer, List<FoundTag> tags) {
    return of(layer, tags).map(Labelled::of).toList();
  }

  private static Stream<FoundTag> of(Layer layer, List<FoundTag> tags) {
    return tags.stream().filter(tag -> tag.layer().equals(layer.code()));
  }

  private static String alert(String[] codes) {
    return Stream.of(codes).min(Comparator.comparing(AlertCategory::of)).orElse(null);
  }
}
