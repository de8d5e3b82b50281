package org.heard.analytics.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody read held answers, put one into other words or exported some; no words. */
@Schema(name = "HeldAccess")
record HeldAccessView(
    @Schema(
            enumeration = {HeldAccess.READ, "translation", "cleared", HeldAccess.EXPORT},
            description =
                "read: a page of held answers; export: answers that were carried away as training"
                    + " data; else what was written in the place of one",
            examples = "read")
        String what,
    @Schema(description = "Who, as the identity provider names them", examples = "5c2e-analyst")
        String subject,
    @Schema(examples = "2026-10-06T09:14:05.120334Z") Instant at,
    @Schema(examples = "W01") String wardId,
    @Schema(
            description = "Which answers; none where a page was empty",
            examples = "[\"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1\"]")
        List<String> comments) {

  /** A row of the list, with where it stands there. */
  record Row(long id, HeldAccessView view) {
    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong("id"),
          new HeldAccessView(
              row.getString("what"),
              row.getString("subject"),
              row.getObject("at", OffsetDateTime.class).toInstant(),
              row.getString("ward_id"),
              List.of((String[]) row.getArray("comments").getArray())));
    }
  }
}
