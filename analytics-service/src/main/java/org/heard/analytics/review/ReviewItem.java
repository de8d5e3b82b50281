package org.heard.analytics.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.comment.CommentId;
import org.heard.analytics.comment.CommentView;
import org.heard.analytics.comment.FoundTag;
import org.heard.analytics.comment.Place;

/** A comment that somebody is asked to read again, with what the model said of it. */
@Schema(name = "ReviewItem")
record ReviewItem(
    @Schema(examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") String commentId,
    @Schema(examples = "W01") String wardId,
    @Schema(examples = "improve") String question,
    @Schema(examples = "2", nullable = true) Integer rating,
    @Schema(examples = "Nobody told me when I could go home.") String text,
    @Schema(examples = "en", nullable = true) String language,
    @Schema(description = "random or low-confidence", examples = "random") String sample,
    @Schema(description = "The model's, before any correction") List<CommentView.TagView> tags) {

  /** A row of the queue, with where it stands there. */
  record Row(Place place, ReviewItem bare) {
    static Row of(ResultSet row) throws SQLException {
      Place place =
          new Place(
              row.getObject("counted_on", LocalDate.class),
              row.getLong("shuffle"),
              row.getObject("submission_id", UUID.class),
              row.getInt("n"));
      return new Row(
          place,
          new ReviewItem(
              new CommentId(place.submissionId(), place.n()).toString(),
              row.getString("ward_id"),
              row.getString("question"),
              row.getObject("rating", Integer.class),
              row.getString("text"),
              row.getString("language"),
              row.getString("sample"),
              List.of()));
    }

    ReviewItem with(List<FoundTag> tags) {
      return new ReviewItem(
          bare.commentId,
          bare.wardId,
          bare.question,
          bare.rating,
          bare.text,
          bare.language,
          bare.sample,
          tags.stream().map(tag -> tag.view(bare.text)).toList());
    }
  }
}
