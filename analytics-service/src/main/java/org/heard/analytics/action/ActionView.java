package org.heard.analytics.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An action as people inside are told. */
@Schema(name = "Action")
record ActionView(
    UUID id,
    @Schema(examples = "W01") String wardId,
    @Schema(description = "To be sent with a change", examples = "3") int version,
    @JsonUnwrapped Plan plan,
    @Schema(nullable = true) InsightRef insightRef,
    @Schema(nullable = true, description = "Who last changed the statement", examples = "a1b2c3")
        String statementBy,
    @Schema(nullable = true, description = "Since when the statement is public; null if it is not")
        Instant publishedAt,
    @Schema(description = "Open, and the day to aim by or the end of its test is past")
        boolean overdue,
    @Schema(description = "Without a measure, or ended without what happened") boolean unmeasured,
    Instant createdAt,
    Instant changedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Newest first; absent in lists")
        List<Change> history) {

  static ActionView listed(Action action) {
    return whole(action, null);
  }

  static ActionView whole(Action action, List<Change> history) {
    return new ActionView(
        action.id(),
        action.wardId(),
        action.version(),
        action.plan(),
        action.insight(),
        action.statementBy(),
        action.publishedAt(),
        action.overdue(),
        action.unmeasured(),
        action.createdAt(),
        action.changedAt(),
        history);
  }
}
