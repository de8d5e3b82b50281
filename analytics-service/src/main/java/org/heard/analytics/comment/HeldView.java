package org.heard.analytics.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One held answer, for the person who translates or clears it. */
@Schema(name = "HeldComment")
record HeldView(
    @Schema(examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1") String id,
    UUID submissionId,
    @Schema(examples = "good") String question,
    @Schema(description = "As far as it is known", examples = "pl", nullable = true)
        String language,
    @Schema(
            description = "As it was published: numbers and addresses are out, names may not be",
            examples = "Pielęgniarki były bardzo miłe.")
        String text,
    @Schema(
            description = "Of these words: send it with what you write in their place",
            examples = "5f0c3b7a91de")
        String version,
    @Schema(examples = "2026-10-05") LocalDate countedOn) {

  /** A row of the list, with where it stands there. */
  record Row(Place place, HeldView view) {
    static Row of(ResultSet row) throws SQLException {
      String text = row.getString("text");
      Place place =
          new Place(
              row.getObject("counted_on", LocalDate.class),
              row.getLong("shuffle"),
              row.getObject("submission_id", UUID.class),
              row.getInt("n"));
      CommentId id = new CommentId(place.submissionId(), place.n());
      return new Row(
          place,
          new HeldView(
              id.toString(),
              place.submissionId(),
              row.getString("question"),
              row.getString("language"),
              text,
              Translation.version(id, text),
              place.countedOn()));
    }
  }
}
