package org.heard.analytics.counting;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** What to do with what a recount finds. */
@Schema(name = "RecountRequest")
record RecountRequest(
    @Schema(
            examples = "false",
            description = "Replaces the rollups by what the facts say; absent: changes nothing")
        boolean rebuild) {
  private static final String REBUILD = "rebuild";

  /**
   * The request in a body.
   *
   * @throws ProblemException {@code WRONG_TYPE}, {@code UNKNOWN_FIELD}
   */
  static RecountRequest of(JsonNode body) {
    if (body == null || !body.isObject()) {
      throw new ProblemException(ErrorCode.WRONG_TYPE, "Send an object.");
    }
    if (body.size() > (body.has(REBUILD) ? 1 : 0)) {
      throw new ProblemException(ErrorCode.UNKNOWN_FIELD, "Only rebuild is known.");
    }
    JsonNode rebuild = body.path(REBUILD);
    if (!rebuild.isMissingNode() && !rebuild.isNull() && !rebuild.isBoolean()) {
      throw new ProblemException(ErrorCode.WRONG_TYPE, "rebuild is true or false.");
    }
    return new RecountRequest(rebuild.booleanValue());
  }
}
