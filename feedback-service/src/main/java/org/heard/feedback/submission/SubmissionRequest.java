package org.heard.feedback.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Feedback as a client sends it, read and found valid; closed lists are in {@link ClosedLists}. */
@Schema(name = "Submission", additionalProperties = Schema.False.class)
public record SubmissionRequest(
    @Schema(required = true, description = "Made by the client; the idempotency key, for ever")
        UUID id,
    @Schema(
            required = true,
            examples = "W01",
            description = "For a kiosk: the ward where it stood at authoredAt")
        String wardId,
    @Schema(
            minimum = "1",
            maximum = "6",
            description = "1 very good, 2 good, 3 neither, 4 poor, 5 very poor, 6 don't know")
        Integer rating,
    @Schema(maxItems = 5, description = "Blank answers are dropped; a question may repeat")
        List<Answer> answers,
    @Schema(description = "BCP 47, as the client says", examples = "en") String language,
    @Schema(
            required = true,
            enumeration = {"kiosk", "phone", "web", "paper", "sms", "telephone", "import", "fhir"})
        String channel,
    @Schema(
            defaultValue = "other",
            enumeration = {
              "sms",
              "electronic-discharge",
              "electronic-home",
              "paper-discharge",
              "paper-home",
              "telephone",
              "online",
              "other"
            })
        String mode,
    @Schema(required = true, description = "ISO 8601 with any offset") Instant authoredAt,
    @Schema(description = "Counts up on a device; gaps and repeats are accepted")
        Long deviceSequence,
    @Schema(enumeration = {"patient", "carer", "child", "with-staff-help"}) String respondent,
    @Schema(enumeration = {"standard", "simple", "faces"}) String format,
    @Schema(defaultValue = "false") boolean consentToPublish,
    @Schema(
            description = "Made by the client, else by the server: XXXX-XXXX-XXXX-XXXX-C",
            pattern = "([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z*~$=U]")
        String receiptCode,
    Demographics demographics,
    // Absent from the JSON when null: the hash of a repeat's content stays what it was before this
    // field existed.
    @JsonInclude(JsonInclude.Include.NON_NULL) Contact contact) {

  /** The same, but written at this moment. */
  SubmissionRequest authored(Instant moment) {
    return new SubmissionRequest(
        id,
        wardId,
        rating,
        answers,
        language,
        channel,
        mode,
        moment,
        deviceSequence,
        respondent,
        format,
        consentToPublish,
        receiptCode,
        demographics,
        contact);
  }

  /** One answered question. */
  @Schema(name = "Answer", additionalProperties = Schema.False.class)
  public record Answer(
      @Schema(
              required = true,
              enumeration = {"good", "improve", "why"})
          String question,
      @Schema(required = true, description = "At most 4,000 code points") String text) {}

  /** How to reach the person, who asked for it; as they wrote it. Sealed, never published. */
  @Schema(name = "Contact", additionalProperties = Schema.False.class)
  public record Contact(
      @Schema(maxLength = 200) String name,
      @Schema(maxLength = 200, examples = "07700 900123") String phone,
      @Schema(maxLength = 200) String email) {}

  /** Bands only, each possibly absent. */
  @Schema(name = "Demographics", additionalProperties = Schema.False.class)
  public record Demographics(
      @Schema(
              enumeration = {
                "0-15",
                "16-24",
                "25-34",
                "35-44",
                "45-54",
                "55-64",
                "65-74",
                "75-84",
                "85+",
                "not-said"
              })
          String ageBand,
      @Schema(enumeration = {"female", "male", "other", "not-said"}) String sex,
      @Schema(enumeration = {"asian", "black", "mixed", "white", "other", "not-said"})
          String ethnicGroup,
      @Schema(enumeration = {"yes", "no", "not-said"}) String disability) {}
}
