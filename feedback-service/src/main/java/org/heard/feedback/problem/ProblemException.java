package org.heard.feedback.problem;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Carries a {@link Problem} to the one place that writes it. */
public class ProblemException extends RuntimeException {
  /** For what is away, since nobody knows for how long. */
  static final int RETRY_AFTER_SECONDS = 5;

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

  /**
   * After how many seconds to try again, rounded up so that who waits as told finds room; empty if
   * it would not help.
   */
  public OptionalLong retryAfterSeconds() {
    if (retryAfter != null) {
      return OptionalLong.of(Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds()));
    }
    return problem.status() == 503 ? OptionalLong.of(RETRY_AFTER_SECONDS) : OptionalLong.empty();
  }

  /** What to tell the caller. */
  public Problem problem() {
    return problem;
  }
}
