package org.heard.feedback.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.Problem;

/**
 * Why a record was not taken. Never what it says.
 *
 * @param line where it begins, from 1
 * @param pointer the wrong value in the submission that the record would have become, or the field
 *     of {@code map}; absent when the record is wrong as a whole
 */
@Schema(name = "ImportRecordProblem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordProblem(
    @Schema(minimum = "1", description = "Where the record begins, from 1", examples = "17")
        long line,
    @Schema(description = "Why it was not taken", examples = "INVALID_RATING") ErrorCode code,
    @Schema(
            format = "json-pointer",
            description =
                "The wrong value in the submission that the record would have become, or the field"
                    + " of `map`; absent when the record is wrong as a whole",
            examples = "/rating")
        String pointer) {

  static RecordProblem of(long line, Problem problem) {
    if (problem.errors() == null) {
      return new RecordProblem(line, problem.code(), null);
    }
    FieldError first = problem.errors().get(0);
    return new RecordProblem(
        line, first.code(), first.pointer().isEmpty() ? null : first.pointer());
  }
}
