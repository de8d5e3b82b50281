package org.heard.feedback.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldLimit;

/** Feedback as a client sends it, read and found valid; closed lists are in {@link ClosedLists}. */
@Schema(name = "Submission", additionalProperties = Schema.False.class)
public record SubmissionRequest(
    @Schema(
            required = true,
            description = "Made by the client; the idempotency key, for ever",
            examples = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4")
        UUID id,
    @Schema(
            required = true,
            examples = "W01",
            pattern = Directory.ID_PATTERN,
            description =
                "The ward it is about. A kiosk's: where it stood at authoredAt; an importer's: any"
                    + " of its organisation")
        String wardId,
    @Schema(
            minimum = "1",
            maximum = "6",
            description = "1 very good, 2 good, 3 neither, 4 poor, 5 very poor, 6 don't know")
        Integer rating,
    @Schema(
            extensions =
                @Extension(name = FieldLimit.SETTING, value = "heard.submission.max-answers"),
            description =
                "Blank answers are dropped before they are counted; a question may repeat. A rating"
                    + " or a text is needed")
        List<Answer> answers,
    @Schema(
            maxLength = 35,
            description = "Of the texts, BCP 47; absent: identified on arrival",
            examples = "en")
        String language,
    @Schema(
            required = true,
            enumeration = {"kiosk", "phone", "web", "paper", "sms", "telephone", "import", "fhir"},
            description = "The way by which it came here")
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
            },
            description =
                "How it was collected: NHS England's modes of the Friends and Family Test")
        String mode,
    @Schema(
            required = true,
            description =
                "When it was written, ISO 8601 with any offset. More than {heard.submission.max-ahead}"
                    + " ahead, or a kiosk's older than {heard.submission.max-kiosk-age}, an importer's than"
                    + " {heard.submission.max-import-age}, counts when it is received, and is flagged",
            examples = "2026-10-05T09:15:30+01:00")
        Instant authoredAt,
    @Schema(description = "Counts up on a device; gaps and repeats are accepted", examples = "41")
        Long deviceSequence,
    @Schema(
            enumeration = {"patient", "carer", "child", "with-staff-help"},
            description = "Who answered")
        String respondent,
    @Schema(
            enumeration = {"standard", "simple", "faces"},
            description = "The form that was filled in: the usual one, easy read, or faces")
        String format,
    @Schema(
            defaultValue = "false",
            description = "Whether the person agreed that the words may be shown to others")
        boolean consentToPublish,
    @Schema(
            maxLength = 32,
            description =
                "Made by the client, else by the server: 80 random bits in Crockford's base 32 and"
                    + " his check character, XXXX-XXXX-XXXX-XXXX-C. Case, hyphens, spaces and"
                    + " look-alike letters do not matter",
            examples = "7QK2-M0ZD-9XVA-4T8C-D")
        String receiptCode,
    @Schema(description = "Who the person is, as far as they said, in bands")
        Demographics demographics,
    // Absent from the JSON when null: the hash of a repeat's content stays what it was before this
    // field existed.
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "Only from a person who asks to be contacted; sealed, never published")
        Contact contact) {

  /** The same, but written at this moment. */
  public SubmissionRequest authored(Instant moment) {
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
              enumeration = {"good", "improve", "why"},
              description = "What was good, what could be better, why this rating")
          String question,
      @Schema(
              required = true,
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-text-code-points"),
              description = "Word for word, in any language; the length in code points",
              examples = "The night nurse sat with me until I was calm.")
          String text) {}

  /** How to reach the person, who asked for it; as they wrote it. Sealed, never published. */
  @Schema(name = "Contact", additionalProperties = Schema.False.class)
  public record Contact(
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-contact-code-points"),
              description = "How to address them",
              examples = "A. Example")
          String name,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-contact-code-points"),
              description = "A phone number, not checked",
              examples = "07700 900123")
          String phone,
      @Schema(
              extensions =
                  @Extension(
                      name = FieldLimit.SETTING,
                      value = "heard.submission.max-contact-code-points"),
              description = "An email address, not checked",
              examples = "someone@example.org")
          String email) {}

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
              },
              description = "Age in years")
          String ageBand,
      @Schema(
              enumeration = {"female", "male", "other", "not-said"},
              description = "Sex as the person said it; not-said: asked, but not answered")
          String sex,
      @Schema(
              enumeration = {"asian", "black", "mixed", "white", "other", "not-said"},
              description = "Ethnic group, by the five groups of the census")
          String ethnicGroup,
      @Schema(
              enumeration = {"yes", "no", "not-said"},
              description = "Whether the person has a disability or long-term condition")
          String disability) {}
}
