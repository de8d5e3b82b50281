package org.heard.analytics.correction;

import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.ProblemException;

/** What an analyst decides about a dispute. */
@Schema(name = "DecisionRequest")
record DecisionRequest(
    @Schema(
            required = true,
            enumeration = {"accept", "decline"},
            examples = "accept")
        String decision) {
  private static final List<String> FIELDS = List.of("decision");

  /** The decision in a body; throws what is wrong with it. */
  static DecisionRequest read(InputStream body, CorrectionConfig limits) {
    DecisionRequest request =
        new DecisionRequest(JsonBody.read(body, limits.maxBytes(), FIELDS).text("decision"));
    request.state();
    return request;
  }

  /** The state that this makes of an open dispute. */
  Correction.State state() {
    return switch (decision) {
      case "accept" -> Correction.State.ACCEPTED;
      case "decline" -> Correction.State.DECLINED;
      default ->
          throw new ProblemException(ErrorCode.INVALID_VALUE, "decision is accept or decline.");
    };
  }
}
