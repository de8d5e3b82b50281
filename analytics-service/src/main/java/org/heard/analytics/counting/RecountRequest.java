package org.heard.analytics.counting;

import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.JsonBody;

/** What to do with what a recount finds. */
@Schema(name = "RecountRequest")
record RecountRequest(
    @Schema(
            examples = "false",
            description = "Replaces the rollups by what the facts say; absent: changes nothing")
        boolean rebuild) {
  private static final String REBUILD = "rebuild";

  /** The request in a body; throws what is wrong with it. */
  static RecountRequest read(InputStream body, RecountConfig limits) {
    JsonBody json = JsonBody.read(body, limits.maxBytes(), List.of(REBUILD));
    return new RecountRequest(json.has(REBUILD) && json.bool(REBUILD));
  }
}
