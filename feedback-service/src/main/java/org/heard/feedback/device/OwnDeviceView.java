package org.heard.feedback.device;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.WardQuestion;
import org.heard.feedback.directory.WardQuestions;
import org.heard.feedback.notice.Notice;

/**
 * What a device needs to know of itself.
 *
 * @param ward where a kiosk stands now, null for an importer
 * @param overall the Friends and Family Test's question, for the rating
 * @param questions for texts, as the ward words them, in the order in which they are asked and the
 *     languages offered here; an importer's are the usual ones
 * @param notices what a kiosk shows before the first question
 * @param now the time here, for the device to tell how wrong its clock is
 */
@Schema(name = "OwnDevice")
record OwnDeviceView(
    @Schema(description = "Its id, for ever", examples = "3f2a9c10-5d7e-4b86-9c41-e0a7d25b6f13")
        UUID id,
    @Schema(
            maxLength = DeviceRequest.MAX_NAME,
            description = "What its admins call it",
            examples = "Ash Ward, day room")
        String name,
    @Schema(
            enumeration = {"kiosk", "importer"},
            description = "A kiosk writes one ward, an importer any ward of its organisation")
        String kind,
    @Schema(
            pattern = Directory.ID_PATTERN,
            description = "The organisation it belongs to",
            examples = "O01")
        String organisationId,
    @Schema(nullable = true, description = "Where a kiosk stands now; null for an importer")
        WardView ward,
    @Schema(
            enumeration = WardQuestions.FFT,
            description = "The Friends and Family Test's question, for the rating")
        String overall,
    @Schema(
            maxItems = 3,
            description =
                "For texts, in the order in which they are asked, as the ward words them and in the"
                    + " languages offered here; an importer's are the usual ones")
        List<WardQuestion> questions,
    @Schema(description = "What this service offers, BCP 47", examples = "[\"en\"]")
        List<String> languages,
    @Schema(
            maxItems = 200,
            description =
                "What to show before the first question, in the languages offered here in which"
                    + " there is a notice, else in English")
        List<Notice> notices,
    @Schema(
            description = "The time here, for the device to tell how wrong its clock is",
            examples = "2026-10-05T08:15:31.204518Z")
        Instant now) {

  /** A ward as people know it. */
  @Schema(name = "OwnDeviceWard")
  record WardView(
      @Schema(pattern = Directory.ID_PATTERN, description = "The ward's id", examples = "W01")
          String id,
      @Schema(maxLength = 200, description = "What people call it today", examples = "Ash Ward")
          String name) {}
}
