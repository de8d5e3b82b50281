package org.heard.feedback.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import org.heard.feedback.access.RateLimit;
import org.heard.feedback.problem.ProblemException;

/**
 * A rate limit for each device that has a key, and for each key that was revoked. Only keys that
 * were given out get here, so their number is bounded; a limit is forgotten once it would be full
 * again.
 */
public final class KeyLimits {
  private final Cache<UUID, RateLimit> limits;
  private final KeyLimitSettings settings;
  private final TimeMeter time;

  KeyLimits(KeyLimitSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    Duration full = Duration.ofSeconds(1 + settings.burst() / settings.perSecond());
    limits = Caffeine.newBuilder().ticker(time::currentTimeNanos).expireAfterAccess(full).build();
  }

  /**
   * Counts one request of this sender.
   *
   * @throws ProblemException {@code RATE_LIMITED}
   */
  public void take(Sender sender) {
    limits
        .get(
            sender.limitedAs(),
            holder -> new RateLimit(settings.perSecond(), settings.burst(), time))
        .take();
  }
}
