package org.heard.feedback.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.json.FieldLimit;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;

/** What a device says of itself. */
@Schema(name = "HealthRequest")
record HealthRequest(
    @Schema(
            required = true,
            description = "The time by the device's clock, ISO 8601 with any offset",
            examples = "2026-10-05T09:15:30.250+01:00")
        Instant clock,
    @Schema(
            required = true,
            minimum = "0",
            extensions = @Extension(name = FieldLimit.SETTING, value = "heard.device.max-queue"),
            description = "Submissions that wait on the device",
            examples = "3")
        Long queueLength) {
  static HealthRequest read(ObjectNode body, int maxQueue, int maxErrors) {
    Fields fields = Fields.of(body, maxErrors);
    Instant clock =
        fields.required("clock", fields.parsed("clock", ErrorCode.INVALID_TIME, Times::parse));
    Long queue =
        fields.required(
            "queueLength", fields.integer("queueLength", 0, maxQueue, ErrorCode.INVALID_VALUE));
    fields.rejectUnknown();
    fields.check();
    return new HealthRequest(clock, queue);
  }
}
