package org.heard.feedback.fhir;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The elements of a QuestionnaireResponse that are kept, as the API's description shows them. */
@Schema(
    name = "QuestionnaireResponse",
    description = "FHIR R4 QuestionnaireResponse: the elements that are kept")
record ResponseFields(
    @Schema(required = true, enumeration = "QuestionnaireResponse") String resourceType,
    @Schema(
            required = true,
            description =
                "The idempotency key, for ever: `urn:uuid:…` or a bare UUID is the submission's id,"
                    + " any other value a UUIDv5 of it, its system and the organisation")
        Identifier identifier,
    @Schema(
            description = "If it is there it must be the published one, with or without version",
            examples = "urn:heard:fhir:Questionnaire:fft|1.0.0")
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
                    + " its noon in the organisation's zone. A year or a month is refused",
            examples = "2026-10-05T09:15:30+01:00")
        String authored,
    @Schema(description = "BCP 47", examples = "en") String language,
    @Schema(description = "A rating or a text that is not blank is needed") List<Item> item) {

  @Schema(name = "QuestionnaireResponseIdentifier")
  record Identifier(String system, @Schema(required = true) String value) {}

  @Schema(name = "QuestionnaireResponseItem")
  record Item(
      @Schema(
              required = true,
              enumeration = {"fft-overall", "fft-good", "fft-improve", "fft-why"})
          String linkId,
      @Schema(description = "One of `fft-overall`; at most five texts in all, blank ones apart")
          List<Answer> answer) {}

  @Schema(name = "QuestionnaireResponseAnswer")
  record Answer(
      @Schema(description = "Of `fft-overall`") Rating valueCoding,
      @Schema(description = "Of `fft-overall`, instead", minimum = "1", maximum = "6")
          Integer valueInteger,
      @Schema(description = "Of the others: at most 4,000 code points") String valueString) {}

  @Schema(name = "QuestionnaireResponseRating")
  record Rating(
      @Schema(
              description = "If it is there it must be this one",
              enumeration = "urn:heard:fhir:CodeSystem:fft-rating")
          String system,
      @Schema(
              required = true,
              enumeration = {"1", "2", "3", "4", "5", "6"})
          String code,
      @Schema(description = "Refused if it is the FFT's words for another code") String display) {}
}
