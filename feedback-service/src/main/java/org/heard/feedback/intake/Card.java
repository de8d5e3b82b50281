package org.heard.feedback.intake;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.json.FieldLimit;

/** A card as a browser sends it. */
@Schema(name = "Card", additionalProperties = Schema.False.class)
record Card(
    @Schema(
            description = "From the page: makes a repeat the same card",
            required = true,
            pattern = FormToken.PATTERN)
        String form,
    @Schema(
            pattern = "^[0-9]{1,5}$",
            description =
                "From the page: cards keyed on it before, shown again and not stored; anything"
                    + " else counts as 0",
            examples = "17")
        String keyed,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "The ward's id; of an importer's desk only, a kiosk's has its own",
            examples = "W01")
        String ward,
    @Schema(
            format = "date",
            description =
                "The day on the card, in the organisation's zone: today at the latest, and not"
                    + " longer ago than {heard.paper.max-card-age}",
            required = true,
            examples = "2026-10-05")
        String day,
    @Schema(
            enumeration = {"paper-discharge", "paper-home"},
            description = "Filled in on the ward, or at home",
            required = true)
        String mode,
    @Schema(
            enumeration = {"1", "2", "3", "4", "5", "6"},
            description = "1 very good, 2 good, 3 neither, 4 poor, 5 very poor, 6 don't know")
        String rating,
    @Schema(
            extensions =
                @Extension(
                    name = FieldLimit.SETTING,
                    value = "heard.submission.max-text-code-points"),
            description = "Answer to the ward's question of this name, in code points",
            examples = "The night nurse sat with me.")
        String good,
    @Schema(
            extensions =
                @Extension(
                    name = FieldLimit.SETTING,
                    value = "heard.submission.max-text-code-points"),
            description = "Answer to the ward's question of this name, in code points",
            examples = "Tell us what happens next.")
        String improve,
    @Schema(
            extensions =
                @Extension(
                    name = FieldLimit.SETTING,
                    value = "heard.submission.max-text-code-points"),
            description = "Answer to the ward's question of this name, in code points",
            examples = "I was listened to.")
        String why,
    @Schema(
            enumeration = {"patient", "carer", "child", "with-staff-help"},
            description = "Who answers")
        String respondent,
    @Schema(
            enumeration = "yes",
            description = "Sent if the words may be shown to others; anything else means no")
        String consentToPublish,
    @Schema(
            extensions =
                @Extension(
                    name = FieldLimit.SETTING,
                    value = "heard.submission.max-contact-code-points"),
            description = "To be contacted by: a name, sealed")
        String name,
    @Schema(
            extensions =
                @Extension(
                    name = FieldLimit.SETTING,
                    value = "heard.submission.max-contact-code-points"),
            description = "To be contacted by: a phone number, sealed")
        String phone,
    @Schema(
            extensions =
                @Extension(
                    name = FieldLimit.SETTING,
                    value = "heard.submission.max-contact-code-points"),
            description = "To be contacted by: an email address, sealed")
        String email,
    @Schema(
            maxLength = 0,
            description =
                "Not on the page of a desk; as on patients' form, must be empty or absent")
        String website) {

  private static final Set<String> FIELDS =
      Stream.of(Card.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  /** What a page of ours sends of a card, among whatever was sent. */
  static Map<String, String> in(Map<String, String> values) {
    Map<String, String> card = new HashMap<>(values);
    card.keySet().retainAll(FIELDS);
    return card;
  }
}
