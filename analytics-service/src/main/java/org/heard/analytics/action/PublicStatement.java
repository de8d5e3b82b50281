package org.heard.analytics.action;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody may read of an action: nothing that nobody has published, and no person. */
@Schema(name = "PublicStatement")
record PublicStatement(
    @Schema(examples = "Nobody came when we rang at night.") String youSaid,
    @Schema(examples = "A nurse now walks round every hour of the night.") String weDid,
    @Schema(
            description = "Of the action, when it was published",
            enumeration = {"noted", "planned", "testing", "done", "cannot-do"},
            examples = "done")
        String status,
    @Schema(description = "In the organisation's zone", examples = "2026-11-16")
        LocalDate publishedOn) {}
