package org.heard.analytics.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One alert, without the words. */
@Schema(name = "Alert")
record AlertView(
    @Schema(
            description = "Its id; holds no words, so that it may stand in a link",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1-1")
        String id,
    @Schema(
            description = "Which submission it is about",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID submissionId,
    @Schema(
            description = "Which of its comments",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-1")
        String commentId,
    @Schema(description = "The ward that the words are about", examples = "W01") String wardId,
    @Schema(
            enumeration = {
              "self-harm",
              "abuse-or-safety",
              "neglect",
              "fall-or-medication-error",
              "discrimination",
              "bereavement",
              "complaint-or-legal",
              "staff-distress",
              "staff-threat"
            },
            description = "What a person has to look at")
        String category,
    @Schema(
            enumeration = {
              "mental-health",
              "safeguarding",
              "patient-safety",
              "equality",
              "pals",
              "speak-up",
              "security"
            },
            description = "Who handles it")
        String lane,
    @Schema(enumeration = "open", description = "Alerts cannot be closed yet") String state,
    @Schema(
            description = "When feedback-service received the submission",
            examples = "2026-10-05T08:15:31.204518Z")
        Instant receivedAt,
    @Schema(nullable = true, description = "When it was raised; not kept yet, so always null")
        Instant raisedAt,
    @Schema(nullable = true, description = "When it is due; lanes have no times yet, so null")
        Instant dueAt,
    @Schema(
            description =
                "Numbers, from 1, of the submission's answers that are withheld for other lanes"
                    + " than the caller's",
            examples = "[2]")
        List<Integer> withheldAnswers) {

  static AlertView open(
      AlertId id, Lane lane, String wardId, Instant receivedAt, List<Integer> withheldAnswers) {
    return new AlertView(
        id.toString(),
        id.submission(),
        id.comment(),
        wardId,
        id.category().code(),
        lane.code(),
        "open",
        receivedAt,
        null,
        null,
        withheldAnswers);
  }
}
