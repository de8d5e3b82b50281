package org.heard.feedback.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem in the form that clients of FHIR read: an R4 {@code OperationOutcome}, an issue for
 * each wrong value.
 */
@Schema(name = "OperationOutcome", description = "FHIR R4 OperationOutcome")
public record OperationOutcome(
    @Schema(enumeration = "OperationOutcome", description = "What it is in FHIR")
        String resourceType,
    @Schema(description = "One for each wrong value, at most {heard.fhir.max-issues}")
        List<Issue> issue) {

  /** The media type of FHIR's JSON. */
  public static final String MEDIA_TYPE = "application/fhir+json";

  /** The code system of {@link ErrorCode}. */
  private static final String CODES = "urn:heard:problem";

  private static final String DOOR = "/v1/fhir";
  private static final Pattern INDEX = Pattern.compile("\\d+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * One thing wrong.
   *
   * @param code of R4's value set issue-type
   * @param diagnostics what was wrong this time; never repeats what was sent
   * @param expression FHIRPath of the value, absent if it stands in no resource. Of names of
   *     elements: whatever the type of an answer, it is its {@code value}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "OperationOutcomeIssue")
  public record Issue(
      @Schema(enumeration = "error", description = "Nothing was stored") String severity,
      @Schema(
              pattern = "^[a-z-]+$",
              description = "Of R4's value set issue-type",
              examples = "code-invalid")
          String code,
      @Schema(description = "The stable code of the problem") Details details,
      @Schema(
              description =
                  "What was wrong this time, absent where an expression says it; never repeats what"
                      + " was sent",
              examples = "The key or token is not valid here.")
          String diagnostics,
      @Schema(
              maxItems = 1,
              description =
                  "FHIRPath of the value, absent if it stands in no resource. FHIRPath says `value`"
                      + " where JSON says `valueCoding`, `valueInteger` or `valueString`",
              examples = "[\"QuestionnaireResponse.item[2].answer[0].value.code\"]")
          List<String> expression) {}

  /** The stable code of the problem. */
  @Schema(name = "OperationOutcomeDetails")
  public record Details(
      @Schema(maxItems = 1, description = "The code") List<Coding> coding,
      @Schema(
              description = "A short sentence for people, the same for every occurrence",
              examples = "The rating is not 1 to 6")
          String text) {}

  /** A code of {@link ErrorCode}. */
  @Schema(name = "OperationOutcomeCoding")
  public record Coding(
      @Schema(enumeration = CODES, description = "The system of this service's codes")
          String system,
      @Schema(description = "Stable, for programs", examples = "INVALID_RATING") ErrorCode code) {}

  /** Whether who asks for this path speaks FHIR. */
  static boolean isSpokenAt(String path) {
    return path != null && path.startsWith(DOOR);
  }

  static OperationOutcome of(Problem problem) {
    List<Issue> issues =
        problem.errors() == null
            ? List.of(issue(problem.code(), problem.detail(), null))
            : problem.errors().stream()
                .map(error -> issue(error.code(), null, List.of(expression(error.pointer()))))
                .toList();
    return new OperationOutcome("OperationOutcome", issues);
  }

  private static Issue issue(ErrorCode code, String diagnostics, List<String> expression) {
    Details details = new Details(List.of(new Coding(CODES, code)), code.title());
    return new Issue("error", type(code), details, diagnostics, expression);
  }

  /** The only resource that is taken is a QuestionnaireResponse. */
  private static String expression(String pointer) {
    StringBuilder path = new StringBuilder("QuestionnaireResponse");
    for (String step : pointer.split("/", -1)) {
      if (INDEX.matcher(step).matches()) {
        path.append('[').append(step).append(']');
      } else if (!step.isEmpty()) {
        path.append('.').append(name(step.replace("~1", "/").replace("~0", "~")));
      }
    }
    return path.toString();
  }

  /** A name that no element has is quoted as FHIRPath asks. */
  private static String name(String step) {
    return NAME.matcher(step).matches()
        ? step
        : '`' + step.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  private static String type(ErrorCode code) {
    return switch (code) {
      case INVALID_JSON, WRONG_TYPE, UNKNOWN_FIELD -> "structure";
      case MISSING_FIELD, EMPTY_SUBMISSION, LENGTH_REQUIRED -> "required";
      case INCOMPLETE_BODY -> "incomplete";
      case INVALID_RATING -> "code-invalid";
      case TEXT_TOO_LONG, TOO_MANY_VALUES -> "too-long";
      case TOO_MANY_ANSWERS, STATUS_NOT_TAKEN, WRONG_QUESTIONNAIRE -> "business-rule";
      case UNSUPPORTED_ELEMENT -> "not-supported";
      case UNKNOWN_WARD -> "not-found";
      default -> typeByStatus(code.status());
    };
  }

  private static String typeByStatus(int status) {
    return switch (status) {
      case 401 -> "login";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405, 406, 415 -> "not-supported";
      case 408 -> "timeout";
      case 409 -> "conflict";
      case 413 -> "too-long";
      case 429 -> "throttled";
      case 500 -> "exception";
      case 503 -> "transient";
      default -> "value";
    };
  }
}
