package org.heard.feedback.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;

/**
 * Where a kiosk stands. The first is from 1970 on: whatever its clock says, it stood somewhere.
 *
 * @param since from this moment on, until the next assignment
 */
@Embeddable
@Schema(name = "Assignment")
public record Assignment(
    @Column(name = "ward_id")
        @Schema(pattern = Directory.ID_PATTERN, description = "The ward", examples = "W01")
        String wardId,
    @Schema(
            description = "From this moment on, until the next one's",
            examples = "1970-01-01T00:00:00Z")
        Instant since) {}
