package org.heard.analytics.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/**
 * What people write of an action: the Model for Improvement's aim, measure and change idea, one
 * test of it (plan, do, study, act), and what patients are told.
 *
 * @param target per cent of the measure
 */
@Schema(name = "Plan")
record Plan(
    @Schema(
            implementation = String.class,
            enumeration = {"noted", "planned", "testing", "done", "cannot-do"},
            examples = "testing")
        Status status,
    @Schema(required = true, examples = "Somebody comes within five minutes, at night too")
        String aim,
    @Schema(nullable = true, description = "By when", examples = "2026-12-31") LocalDate aimBy,
    @Schema(nullable = true, description = "Per cent of the measure, 0 to 100", examples = "5")
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
            implementation = String.class,
            nullable = true,
            enumeration = {"adopt", "adapt", "abandon"},
            description = "Only with endsOn")
        Decision decision,
    @Schema(nullable = true, description = "Why it cannot be done; needed with that status")
        String reason,
    @Schema(nullable = true) Statement statement) {

  static final Set<String> FIELDS =
      Set.of(
          "status",
          "aim",
          "aimBy",
          "target",
          "measure",
          "changeIdea",
          "prediction",
          "owner",
          "startsOn",
          "endsOn",
          "whatHappened",
          "decision",
          "reason",
          "statement");

  private static final int WHOLE = 100;

  /** The plan in a document; throws what is wrong with it. */
  static Plan read(ObjectNode document, ActionConfig limits) {
    Fields fields = Fields.of(document);
    fields.only(FIELDS);
    int max = limits.maxText();
    Plan plan =
        new Plan(
            fields.required("status", fields.code("status", Status::of)),
            fields.required("aim", fields.text("aim", max)),
            fields.date("aimBy"),
            fields.number("target", WHOLE),
            fields.object("measure", Measure::read),
            fields.text("changeIdea", max),
            fields.text("prediction", max),
            fields.text("owner", max),
            fields.date("startsOn"),
            fields.date("endsOn"),
            fields.text("whatHappened", max),
            fields.code("decision", Decision::of),
            fields.text("reason", max),
            fields.object("statement", inner -> Statement.read(inner, limits)));
    plan.check();
    return plan;
  }

  private void check() {
    require(
        status != Status.CANNOT_DO || reason != null,
        ErrorCode.MISSING_FIELD,
        "What cannot be done has a reason.");
    require(
        decision == null || endsOn != null,
        ErrorCode.MISSING_FIELD,
        "Only a test that has an end, endsOn, has a decision.");
    require(
        startsOn == null || endsOn == null || !endsOn.isBefore(startsOn),
        ErrorCode.INVALID_VALUE,
        "endsOn does not come before startsOn.");
  }

  /** With these changes merged in (RFC 7396). */
  Plan changedBy(ObjectNode patch, ActionConfig limits) {
    Fields.of(patch).only(FIELDS);
    Plan changed = read(MergePatch.merged(Documents.tree(this), patch), limits);
    status.requireLeadsTo(changed.status);
    return changed;
  }

  /** Names of the fields in which this differs, in alphabetical order. */
  List<String> differencesFrom(Plan before) {
    ObjectNode now = Documents.tree(this);
    ObjectNode then = Documents.tree(before);
    List<String> names = new ArrayList<>(FIELDS);
    names.removeIf(name -> Objects.equals(now.get(name), then.get(name)));
    names.sort(null);
    return names;
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }
}
