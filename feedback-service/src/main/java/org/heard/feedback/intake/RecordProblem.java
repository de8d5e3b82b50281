package org.heard.feedback.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.Problem;

/**
 * One reason why a record was not taken. Never what it says.
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

  /** Everything wrong with a record; of several problems at one place the first. */
  static List<RecordProblem> of(long line, Problem problem) {
    if (problem.errors() == null) {
      return List.of(new RecordProblem(line, problem.code(), null));
    }
    // The first is the cause of the others.
    Set<String> seen = new HashSet<>();
    return problem.errors().stream()
        .filter(error -> seen.add(error.pointer()))
        .map(error -> of(line, error))
        .toList();
  }

  private static RecordProblem of(long line, FieldError error) {
    return new RecordProblem(
        line, error.code(), error.pointer().isEmpty() ? null : error.pointer());
  }
}
