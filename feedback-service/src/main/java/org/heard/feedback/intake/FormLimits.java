package org.heard.feedback.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.heard.feedback.access.RateLimit;
import org.heard.feedback.problem.ProblemException;

/**
 * A rate limit for pages and forms of everybody together, and one for the answers about each ward.
 * Only wards that exist get here; a limit is forgotten once it would be full again.
 */
final class FormLimits {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RateLimit everybody;
  private final Cache<String, RateLimit> wards;
  private final FormSettings settings;
  private final TimeMeter time;

  FormLimits(FormSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    everybody = new RateLimit(settings.perSecond(), settings.burst(), time);
    Duration full = MINUTE.multipliedBy(1 + settings.wardBurst() / settings.wardPerMinute());
    wards = Caffeine.newBuilder().ticker(time::currentTimeNanos).expireAfterAccess(full).build();
  }

  /**
   * Counts one request, whatever it is for.
   *
   * @throws ProblemException {@code RATE_LIMITED}
   */
  void take() {
    everybody.take();
  }

  /**
   * Counts one answer about a ward.
   *
   * @throws ProblemException {@code RATE_LIMITED}
   */
  void takeAnswer(String ward) {
    wards
        .get(
            ward,
            each -> new RateLimit(settings.wardPerMinute(), MINUTE, settings.wardBurst(), time))
        .take();
  }
}
