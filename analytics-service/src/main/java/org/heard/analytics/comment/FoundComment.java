package org.heard.analytics.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A row of the list. */
record FoundComment(
    Place place,
    String wardId,
    String question,
    Integer rating,
    String text,
    String language,
    String translatedFrom,
    String severity,
    String withheld,
    List<String> praised) {

  /** What a client is told when the words are gone because their time is over. */
  private static final String EXPIRED = "EXPIRED";

  static FoundComment of(ResultSet row) throws SQLException {
    return new FoundComment(
        new Place(
            row.getObject("counted_on", LocalDate.class),
            row.getLong("shuffle"),
            row.getObject("submission_id", UUID.class),
            row.getInt("n")),
        row.getString("ward_id"),
        row.getString("question"),
        row.getObject("rating", Integer.class),
        row.getString("text"),
        row.getString("language"),
        row.getString("translated_from"),
        row.getString("severity"),
        row.getString("withheld"),
        List.of((String[]) row.getArray("praised").getArray()));
  }

  UUID submissionId() {
    return place.submissionId();
  }

  /** Contract: the submission's id and the number of the answer in it. */
  String id() {
    return place.submissionId() + "-" + place.n();
  }

  /** Why text and tags are not shown; null when they are. */
  String hiddenBecause() {
    if (withheld != null) {
      return withheld;
    }
    return text == null ? EXPIRED : null;
  }
}
