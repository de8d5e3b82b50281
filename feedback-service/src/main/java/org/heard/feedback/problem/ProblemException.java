package org.heard.feedback.problem;

import java.util.List;

/** Carries a {@link Problem} to the one place that writes it. */
public class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /** A problem of the whole request; {@code detail} is shown to the caller. */
  public ProblemException(ErrorCode code, String detail) {
    this(Problem.of(code, detail));
  }

  private ProblemException(Problem problem) {
    super(problem.code().name());
    this.problem = problem;
  }

  /**
   * One problem for all wrong values of a body: with a single kind of mistake its code stands at
   * the top, else {@link ErrorCode#VALIDATION_FAILED}.
   *
   * @param errors at least one
   */
  public static ProblemException of(List<FieldError> errors) {
    ErrorCode first = errors.get(0).code();
    boolean alike = errors.stream().allMatch(error -> error.code() == first);
    ErrorCode top = alike ? first : ErrorCode.VALIDATION_FAILED;
    return new ProblemException(Problem.of(top, describe(errors), errors));
  }

  private static String describe(List<FieldError> errors) {
    FieldError first = errors.get(0);
    String where = first.pointer().isEmpty() ? "" : " at " + first.pointer();
    String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
    return first.code().title() + where + more;
  }

  /** What to tell the caller. */
  public Problem problem() {
    return problem;
  }
}
