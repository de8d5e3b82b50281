package org.heard.gateway.action;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.gateway.upstream.WardAction;

/**
 * What the document says of the bodies that {@link ActionBody} reads, where an absent field and
 * null are not the same; a test sends each field.
 */
final class ActionRequests {
  private ActionRequests() {}

  /** A new action. */
  @Schema(name = "ActionRequest")
  record Creation(
      @Schema(
              required = true,
              description = "At most 500 code points",
              examples = "Somebody comes within five minutes, at night too")
          String aim,
      @Schema(
              nullable = true,
              enumeration = {"noted", "planned", "testing", "done", "cannot-do"},
              description = "By default `noted`",
              examples = "planned")
          String status,
      @Schema(nullable = true, description = "By when", examples = "2026-12-31") LocalDate aimBy,
      @Schema(nullable = true, description = "Per cent of the measure, 0 to 100", examples = "5")
          BigDecimal target,
      @Schema(nullable = true) WardAction.Measure measure,
      @Schema(
              nullable = true,
              description = "At most 2,000 code points",
              examples = "A nurse walks round every hour of the night")
          String changeIdea,
      @Schema(
              nullable = true,
              description = "At most 1,000 code points",
              examples = "Half as many comments on waiting for help")
          String prediction,
      @Schema(
              nullable = true,
              description = "A role or a team, not a person; at most 100 code points",
              examples = "Night team of Ash Ward")
          String owner,
      @Schema(nullable = true, examples = "2026-10-12") LocalDate startsOn,
      @Schema(nullable = true, examples = "2026-11-08") LocalDate endsOn,
      @Schema(nullable = true, description = "At most 4,000 code points") String whatHappened,
      @Schema(
              nullable = true,
              enumeration = {"adopt", "adapt", "abandon"},
              description = "Only with `endsOn`")
          String decision,
      @Schema(
              nullable = true,
              description =
                  "Why it cannot be done, needed with `cannot-do`; at most 1,000 code points")
          String reason,
      @Schema(nullable = true, description = "Each half at most 1,000 code points")
          WardAction.Statement statement,
      @Schema(nullable = true) Answered insightRef) {}

  /** Which number a new action answers. */
  @Schema(name = "InsightRefRequest")
  record Answered(
      @Schema(required = true, examples = "compassion") String layer,
      @Schema(required = true, examples = "responsive-help") String theme,
      @Schema(nullable = true, description = "null in the layer general", examples = "absent")
          String polarity,
      @Schema(
              required = true,
              enumeration = {"week", "month", "quarter"},
              examples = "week")
          String bucket,
      @Schema(required = true, examples = "2026-W40") String period,
      @Schema(nullable = true, description = "May come along, and is counted anew") Long numerator,
      @Schema(nullable = true, description = "The same") Long denominator,
      @Schema(nullable = true, description = "The same", examples = "2026-10-06T09:14:05Z")
          String countedAt) {}

  /** A merge patch: what is absent stays, null removes. */
  @Schema(name = "ActionChangeRequest")
  record Change(
      @Schema(required = true, description = "The one you have seen", examples = "3") int version,
      @Schema(description = "At most 500 code points", examples = "Somebody comes sooner")
          String aim,
      @Schema(
              enumeration = {"noted", "planned", "testing", "done", "cannot-do"},
              examples = "testing")
          String status,
      @Schema(nullable = true, description = "By when", examples = "2026-12-31") LocalDate aimBy,
      @Schema(nullable = true, description = "Per cent of the measure, 0 to 100", examples = "5")
          BigDecimal target,
      @Schema(nullable = true) WardAction.Measure measure,
      @Schema(nullable = true, description = "At most 2,000 code points") String changeIdea,
      @Schema(nullable = true, description = "At most 1,000 code points") String prediction,
      @Schema(
              nullable = true,
              description = "A role or a team, not a person; at most 100 code points")
          String owner,
      @Schema(nullable = true, examples = "2026-10-12") LocalDate startsOn,
      @Schema(nullable = true, examples = "2026-11-08") LocalDate endsOn,
      @Schema(nullable = true, description = "At most 4,000 code points") String whatHappened,
      @Schema(
              nullable = true,
              enumeration = {"adopt", "adapt", "abandon"},
              description = "Only with `endsOn`")
          String decision,
      @Schema(
              nullable = true,
              description =
                  "Why it cannot be done, needed with `cannot-do`; at most 1,000 code points")
          String reason,
      @Schema(nullable = true, description = "Each half at most 1,000 code points")
          WardAction.Statement statement) {}

  /** What is published, or taken back. */
  @Schema(name = "ActionVersionRequest")
  record Seen(
      @Schema(required = true, description = "The one you have seen", examples = "4")
          int version) {}
}
