package org.heard.feedback.device;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.WardQuestion;

/**
 * What a device needs to know of itself.
 *
 * @param ward where a kiosk stands now, null for an importer
 * @param overall the Friends and Family Test's question, for the rating
 * @param questions for texts, as the ward words them, in the order in which they are asked and the
 *     languages offered here; an importer's are the usual ones
 * @param now the time here, for the device to tell how wrong its clock is
 */
@Schema(name = "OwnDevice")
record OwnDeviceView(
    UUID id,
    String name,
    @Schema(enumeration = {"kiosk", "importer"}) String kind,
    String organisationId,
    @Schema(nullable = true) WardView ward,
    @Schema(examples = "Overall, how was your experience of our service?") String overall,
    List<WardQuestion> questions,
    @Schema(description = "BCP 47", examples = "[\"en\"]") List<String> languages,
    Instant now) {

  /** A ward as people know it. */
  @Schema(name = "OwnDeviceWard")
  record WardView(String id, String name) {}
}
