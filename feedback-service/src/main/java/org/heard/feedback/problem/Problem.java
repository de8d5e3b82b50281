package org.heard.feedback.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An RFC 9457 problem document.
 *
 * @param type stable URN, {@code urn:heard:problem:} and the code in lower case with dashes
 * @param title short sentence, the same for every occurrence of the code
 * @param status HTTP status
 * @param code stable code for programs
 * @param detail what was wrong this time; never repeats what was sent
 * @param errors each wrong value by its pointer, absent when there is no body to point into
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "RFC 9457 problem document")
public record Problem(
    @Schema(
            pattern = "^urn:heard:problem:[a-z-]+$",
            description = "Stable URN: the code in lower case with dashes",
            examples = "urn:heard:problem:invalid-rating")
        String type,
    @Schema(
            description = "A short sentence for people, the same for every occurrence of the code",
            examples = "The rating is not 1 to 6")
        String title,
    @Schema(
            minimum = "400",
            maximum = "599",
            description = "The HTTP status, here of a line of a batch, too",
            examples = "422")
        int status,
    @Schema(description = "Stable, for programs", examples = "INVALID_RATING") ErrorCode code,
    @Schema(
            description = "What was wrong this time; never repeats what was sent",
            examples = "The rating is not 1 to 6 at /rating")
        String detail,
    @Schema(
            description =
                "Each wrong value by its pointer, of one document the first {heard.fields.max-errors},"
                    + " of a line of a batch the first {heard.batch.max-line-errors}; absent when there is no body to point into",
            examples = "[{\"pointer\": \"/rating\", \"code\": \"INVALID_RATING\"}]")
        List<FieldError> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem without pointers. */
  public static Problem of(ErrorCode code, String detail) {
    return of(code, detail, List.of());
  }

  /** The same with no more than so many errors. */
  public Problem withFirst(int most) {
    return errors == null || errors.size() <= most
        ? this
        : new Problem(type, title, status, code, detail, List.copyOf(errors.subList(0, most)));
  }

  static Problem of(ErrorCode code, String detail, List<FieldError> errors) {
    return new Problem(
        "urn:heard:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        code.title(),
        code.status(),
        code,
        detail,
        errors.isEmpty() ? null : errors);
  }
}
