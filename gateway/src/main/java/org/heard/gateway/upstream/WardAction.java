package org.heard.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An improvement action, for those inside; texts are as redaction left them. */
@Schema(name = "Action")
public record WardAction(
    @Schema(examples = "0f8fad5b-d9cb-469f-a165-70867728950e") String id,
    @Schema(examples = "W01") String wardId,
    @Schema(description = "To be sent with the next change", examples = "3") int version,
    @Schema(
            enumeration = {"noted", "planned", "testing", "done", "cannot-do"},
            examples = "testing")
        String status,
    @Schema(examples = "Somebody comes within five minutes, at night too") String aim,
    @Schema(nullable = true, description = "By when", examples = "2026-12-31") LocalDate aimBy,
    @Schema(nullable = true, description = "Per cent of the measure", examples = "5")
        BigDecimal target,
    @Schema(nullable = true) Measure measure,
    @Schema(nullable = true, examples = "A nurse walks round every hour of the night")
        String changeIdea,
    @Schema(nullable = true, examples = "Half as many comments on waiting for help")
        String prediction,
    @Schema(
            nullable = true,
            description = "A role or a team, not a person",
            examples = "Night team of Ash Ward")
        String owner,
    @Schema(nullable = true, examples = "2026-10-12") LocalDate startsOn,
    @Schema(nullable = true, examples = "2026-11-08") LocalDate endsOn,
    @Schema(nullable = true) String whatHappened,
    @Schema(
            nullable = true,
            enumeration = {"adopt", "adapt", "abandon"},
            description = "Of a test that has an end")
        String decision,
    @Schema(nullable = true, description = "Why it cannot be done") String reason,
    @Schema(nullable = true) Statement statement,
    @Schema(nullable = true) InsightRef insightRef,
    @Schema(nullable = true, description = "Who last changed the statement, and may not publish it")
        String statementBy,
    @Schema(nullable = true, description = "Since when the statement is public; null if it is not")
        Instant publishedAt,
    @Schema(description = "Open, and the day to aim by or the end of its test is past")
        boolean overdue,
    @Schema(description = "Without a measure, or ended without what happened") boolean unmeasured,
    Instant createdAt,
    Instant changedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The newest 200 changes, newest first; absent in lists")
        List<Change> history) {

  /** By which rate of the ward it is judged. */
  @Schema(name = "Measure")
  public record Measure(
      @Schema(
              enumeration = {"percent-positive", "any-shortfall", "pillar", "theme-rate"},
              examples = "theme-rate")
          String kind,
      @Schema(nullable = true, description = "Of kind `pillar`", examples = "helping")
          String pillar,
      @Schema(nullable = true, description = "Of kind `theme-rate`", examples = "compassion")
          String layer,
      @Schema(nullable = true, examples = "responsive-help") String theme,
      @Schema(nullable = true, examples = "absent") String polarity) {}

  /** What patients are told. */
  @Schema(name = "Statement")
  public record Statement(
      @Schema(nullable = true, examples = "Nobody came when we rang at night.") String youSaid,
      @Schema(nullable = true, examples = "A nurse now walks round every hour of the night.")
          String weDid) {}

  /** The number that it answers, as it was counted when the action was created. */
  @Schema(name = "InsightRef")
  public record InsightRef(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "responsive-help") String theme,
      @Schema(nullable = true, examples = "absent") String polarity,
      @Schema(examples = "week") String bucket,
      @Schema(examples = "2026-W40") String period,
      @Schema(description = "Comments with the tag", examples = "7") long numerator,
      @Schema(description = "Comments with content", examples = "51") long denominator,
      Instant countedAt) {}

  /** One change: who, when and in which fields, never what stood there. */
  @Schema(name = "ActionChange")
  public record Change(
      @Schema(description = "The version that it made", examples = "3") int version,
      @Schema(
              enumeration = {"created", "changed", "published", "withdrawn"},
              examples = "changed")
          String what,
      @Schema(examples = "[\"endsOn\", \"status\"]") List<String> fields,
      @Schema(nullable = true, description = "Status before", examples = "planned") String from,
      @Schema(description = "Status after", examples = "testing") String to,
      @Schema(examples = "a1b2c3") String subject,
      Instant at) {}
}
