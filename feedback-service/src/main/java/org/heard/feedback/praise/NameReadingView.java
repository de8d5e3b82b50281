package org.heard.feedback.praise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;

/** That somebody was told names of staff; neither which nor a word around them. */
@Schema(name = "NameReading")
record NameReadingView(
    @Schema(description = "Its id", examples = "c0a1f6de-2b57-4c9e-8d10-6f3b5a7e9c42") UUID id,
    @Schema(
            maxLength = 255,
            description = "Who was told, as the identity provider names them",
            examples = "2e7a9b44-leader")
        String subject,
    @Schema(description = "When", examples = "2026-10-06T07:58:12.431907Z") Instant readAt,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "Of which ward, which that person leads",
            examples = "W01")
        String wardId,
    @Schema(
            maxItems = 1000,
            description = "Of which submissions",
            examples = "[\"7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4\"]")
        List<UUID> submissionIds,
    @Schema(minimum = "1", description = "How many names, of all of these", examples = "1")
        long names) {

  static NameReadingView of(ResultSet row) throws SQLException {
    return new NameReadingView(
        row.getObject("first", UUID.class),
        row.getString("subject"),
        row.getObject("read_at", OffsetDateTime.class).toInstant(),
        row.getString("ward_id"),
        List.of((UUID[]) row.getArray("submissions").getArray()),
        row.getLong("names"));
  }
}
