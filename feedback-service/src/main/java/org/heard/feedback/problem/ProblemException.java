package org.heard.feedback.problem;

import java.time.Duration;
import java.util.List;

/** Carries a {@link Problem} to the one place that writes it. */
public class ProblemException extends RuntimeException {
  private final transient Problem problem;
  private final transient Duration retryAfter;

  /** A problem of the whole request; {@code detail} is shown to the caller. */
  public ProblemException(ErrorCode code, String detail) {
    this(Problem.of(code, detail), null);
  }

  /** A problem of the moment: the same request may do after a while. */
  public ProblemException(ErrorCode code, String detail, Duration retryAfter) {
    this(Problem.of(code, detail), retryAfter);
  }

  private ProblemException(Problem problem, Duration retryAfter) {
    super(problem.code().name());
    this.problem = problem;
    this.retryAfter = retryAfter;
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
    return new ProblemException(Problem.of(top, describe(errors), errors), null);
  }

  private static String describe(List<FieldError> errors) {
    FieldError first = errors.get(0);
    String where = first.pointer().isEmpty() ? "" : " at " + first.pointer();
    String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
    return first.code().title() + where + more;
  }

  /** After what time to try again, null if that is not known or would not help. */
  Duration retryAfter() {
    return retryAfter;
  }

  /** What to tell the caller. */
  public Problem problem() {
    return problem;
  }
}
