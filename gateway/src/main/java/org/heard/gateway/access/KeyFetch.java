package org.heard.gateway.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * Asks the identity provider for its keys, and after a failure not again for a while: a provider
 * that is away must not cost every request a timeout. The library sees to the pause after a success
 * and asks one question at a time.
 */
final class KeyFetch implements SimpleGet {
  private static final Logger LOG = Logger.getLogger(KeyFetch.class);

  private final SimpleGet http;
  private final Duration pause;
  private final Clock clock;
  private volatile Instant failedAt;

  KeyFetch(SimpleGet http, Duration pause, Clock clock) {
    this.http = http;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public SimpleResponse get(String location) throws IOException {
    Instant failed = failedAt;
    // In either direction: a clock that has jumped must not lengthen the pause.
    if (failed != null && Duration.between(failed, clock.instant()).abs().compareTo(pause) < 0) {
      throw new IOException("the last attempt failed a moment ago");
    }
    try {
      SimpleResponse answer = http.get(location);
      requireKeys(answer);
      failedAt = null;
      return answer;
    } catch (IOException e) {
      failedAt = clock.instant();
      LOG.warnf("no keys from the identity provider: %s", e.getClass().getSimpleName());
      throw e;
    }
  }

  /** Whether the last attempt failed. */
  boolean isFailing() {
    return failedAt != null;
  }

  private static void requireKeys(SimpleResponse answer) throws IOException {
    try {
      if (!new JsonWebKeySet(answer.getBody()).getJsonWebKeys().isEmpty()) {
        return;
      }
    } catch (JoseException e) {
      throw new IOException("not a JWKS", e);
    }
    throw new IOException("a JWKS without keys");
  }
}
