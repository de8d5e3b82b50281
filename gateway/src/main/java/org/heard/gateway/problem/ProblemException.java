package org.heard.gateway.problem;

import java.time.Duration;
import java.util.Optional;

/** Ends a request with a problem document; the detail is read by the client, so it names no one. */
public final class ProblemException extends RuntimeException {
  private final ErrorCode code;
  private final transient Optional<Duration> retryAfter;

  public ProblemException(ErrorCode code, String detail) {
    this(code, detail, Optional.empty());
  }

  private ProblemException(ErrorCode code, String detail, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** {@link ErrorCode#UNAUTHENTICATED}, the one answer for tokens that are missing or no good. */
  public static ProblemException unauthenticated() {
    // Why a token was refused helps an attacker more than a client, so every refusal reads alike.
    return new ProblemException(
        ErrorCode.UNAUTHENTICATED, "Send a valid token as Authorization: Bearer.");
  }

  /** {@link ErrorCode#UNAVAILABLE} with the time after which trying again makes sense. */
  public static ProblemException unavailable(String detail, Duration retryAfter) {
    return new ProblemException(ErrorCode.UNAVAILABLE, detail, Optional.of(retryAfter));
  }

  /** {@link ErrorCode#IDENTITY_UNAVAILABLE}, with the same. */
  public static ProblemException identityUnavailable(Duration retryAfter) {
    return new ProblemException(
        ErrorCode.IDENTITY_UNAVAILABLE,
        "The identity provider cannot be reached; try again.",
        Optional.of(retryAfter));
  }

  public ErrorCode code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
