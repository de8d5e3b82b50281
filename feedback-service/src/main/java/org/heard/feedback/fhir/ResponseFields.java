package org.heard.feedback.fhir;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.FieldLimit;

/** The elements of a QuestionnaireResponse that are kept, as the API's description shows them. */
@Schema(
    name = "QuestionnaireResponse",
    description = "FHIR R4 QuestionnaireResponse: the elements that are kept")
record ResponseFields(
    @Schema(
            required = true,
            enumeration = "QuestionnaireResponse",
            description = "What it is in FHIR")
        String resourceType,
    @Schema(
            required = true,
            description =
                "The idempotency key, for ever: `urn:uuid:…` or a bare UUID is the submission's id,"
                    + " any other value a UUIDv5 of it, its system and the organisation")
        Identifier identifier,
    @Schema(
            description = "If it is there it must be the published one, with or without version",
            enumeration = {
              Definitions.QUESTIONNAIRE,
              Definitions.QUESTIONNAIRE + "|" + Definitions.VERSION
            })
        String questionnaire,
    @Schema(
            required = true,
            description = "An amendment does not replace what is stored: other content is 409",
            enumeration = {"completed", "amended"})
        String status,
    @Schema(
            required = true,
            description =
                "When it was written: a time with seconds and an offset, or a day, which counts as"
                    + " its noon in the organisation's zone (put aside and released before that"
                    + " noon: as its release). A year or a month is refused",
            pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:.+)?$",
            examples = "2026-10-05T09:15:30+01:00")
        String authored,
    @Schema(maxLength = 35, description = "Of the texts, BCP 47", examples = "en") String language,
    @Schema(description = "A rating or a text that is not blank is needed") List<Item> item) {

  @Schema(name = "QuestionnaireResponseIdentifier")
  record Identifier(
      @Schema(
              description = "URI of the system that gave the value",
              format = "uri",
              examples = "urn:ietf:rfc:3986")
          String system,
      @Schema(
              required = true,
              description = "Unique within its system",
              examples = "urn:uuid:7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
          String value) {}

  @Schema(name = "QuestionnaireResponseItem")
  record Item(
      @Schema(
              required = true,
              enumeration = {"fft-overall", "fft-good", "fft-improve", "fft-why"},
              description = "Which question of the published questionnaire it answers")
          String linkId,
      @Schema(description = "One of `fft-overall`; at most five texts in all, blank ones apart")
          List<Answer> answer) {}

  @Schema(name = "QuestionnaireResponseAnswer")
  record Answer(
      @Schema(description = "Of `fft-overall`") Rating valueCoding,
      @Schema(
              description = "Of `fft-overall`, instead: 1 very good to 5 very poor, 6 don't know",
              minimum = "1",
              maximum = "6")
          Integer valueInteger,
      @Schema(
              description = "Of the others: word for word; the length in code points",
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-text-code-points"),
              examples = "She stayed until I was calm.")
          String valueString) {}

  @Schema(name = "QuestionnaireResponseRating")
  record Rating(
      @Schema(
              description = "If it is there it must be this one",
              enumeration = "urn:heard:fhir:CodeSystem:fft-rating")
          String system,
      @Schema(
              required = true,
              enumeration = {"1", "2", "3", "4", "5", "6"},
              description = "1 very good, 2 good, 3 neither, 4 poor, 5 very poor, 6 don't know")
          String code,
      @Schema(
              description =
                  "The words for the code; refused if they are the FFT's for another code",
              examples = "Very good")
          String display) {}
}
