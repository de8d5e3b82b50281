package org.heard.gateway.upstream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.heard.gateway.problem.ProblemException;
import org.jboss.logging.Logger;

/** The gateway's own short-lived tokens, one at a time, replaced shortly before it expires. */
final class ServiceTokens {
  private static final Logger LOG = Logger.getLogger(ServiceTokens.class);

  private final Source source;
  private final Duration renewal;
  private final Duration pause;
  private final Clock clock;

  private volatile Issued held = new Issued("", Instant.EPOCH);
  private volatile Instant issuedAt = Instant.EPOCH;
  private Instant failedAt = Instant.EPOCH;
  private Instant refusedAt = Instant.EPOCH;

  /**
   * @param renewal a token is replaced this long before it expires
   * @param pause after a failure or a refused token the source is not asked again for so long
   */
  ServiceTokens(Source source, Duration renewal, Duration pause, Clock clock) {
    this.source = source;
    this.renewal = renewal;
    this.pause = pause;
    this.clock = clock;
  }

  /** A token and its end. */
  record Issued(String token, Instant expires) {}

  /** Where tokens come from. */
  interface Source {
    Issued issue() throws IOException;
  }

  /**
   * A token that is valid for at least the renewal time, or while no other is to be had the last
   * one as long as it is valid. May ask the source.
   *
   * @throws ProblemException {@code IDENTITY_UNAVAILABLE}
   */
  String token() {
    return isFresh(clock.instant()) ? held.token() : renewed();
  }

  /** What {@link #token()} last returned; asks nobody. */
  String held() {
    return held.token();
  }

  /** Told that a service refuses {@code token}: it is not used again. */
  synchronized void refused(String token) {
    Instant now = clock.instant();
    // Whatever the reason, the source is not asked for a token a request.
    if (token.equals(held.token()) && hasPassed(refusedAt, now)) {
      held = new Issued("", Instant.EPOCH);
      refusedAt = now;
    }
  }

  private boolean isFresh(Instant now) {
    // One issued before the clock was put back counts from a moment that nobody else has reached.
    return !now.isBefore(issuedAt) && now.isBefore(held.expires().minus(renewal));
  }

  /** Whether the pause is over; a clock that has jumped, either way, does not lengthen it. */
  private boolean hasPassed(Instant since, Instant now) {
    return Duration.between(since, now).abs().compareTo(pause) >= 0;
  }

  private synchronized String renewed() {
    Instant now = clock.instant();
    if (!isFresh(now) && hasPassed(failedAt, now)) {
      try {
        held = source.issue();
        issuedAt = now;
      } catch (IOException e) {
        LOG.warnf("no service token: %s", e.getMessage());
        failedAt = now;
      }
    }
    if (now.isBefore(held.expires())) {
      return held.token();
    }
    throw ProblemException.identityUnavailable(pause);
  }
}
