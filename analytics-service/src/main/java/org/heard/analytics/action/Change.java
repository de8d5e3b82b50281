package org.heard.analytics.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That somebody changed an action, and in which fields; never what stood in them. */
@Schema(name = "ActionChange")
record Change(
    @Schema(description = "The version that it made", examples = "3") int version,
    @Schema(
            implementation = String.class,
            enumeration = {"created", "changed", "published", "withdrawn"},
            examples = "changed")
        What what,
    @Schema(examples = "[\"endsOn\", \"status\"]") List<String> fields,
    @Schema(nullable = true, description = "null where it was created", examples = "planned")
        String from,
    @Schema(examples = "testing") String to,
    @Schema(description = "Who, as the identity provider names them", examples = "a1b2c3")
        String subject,
    Instant at) {

  /** The kinds of change. */
  enum What {
    CREATED,
    CHANGED,
    PUBLISHED,
    WITHDRAWN;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Change of(ResultSet row) throws SQLException {
    Array fields = row.getArray("fields");
    return new Change(
        row.getInt("version"),
        What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        List.of((String[]) fields.getArray()),
        row.getString("from_status"),
        row.getString("to_status"),
        row.getString("subject"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
