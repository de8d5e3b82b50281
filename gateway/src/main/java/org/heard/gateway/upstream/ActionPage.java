package org.heard.gateway.upstream;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of improvement actions, the newest first, without their history. */
@Schema(name = "ActionPage")
public record ActionPage(
    List<WardAction> items,
    @Schema(description = "Actions on all pages", examples = "3") long total,
    @Schema(description = "Cursor of the next page, null at the end", nullable = true)
        String next) {}
