package org.heard.analytics.problem;

/** Carries a {@link Problem} to the one place that writes it. */
public class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /** A problem of the whole request; {@code detail} is shown to the caller. */
  public ProblemException(ErrorCode code, String detail) {
    super(code.name());
    this.problem = Problem.of(code, detail);
  }

  /** What to tell the caller. */
  public Problem problem() {
    return problem;
  }
}
