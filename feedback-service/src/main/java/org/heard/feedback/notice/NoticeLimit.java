package org.heard.feedback.notice;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import org.heard.feedback.access.RateLimit;

/** How often notices may be asked for, as a page and as a document, by everybody together. */
@ApplicationScoped
public class NoticeLimit {
  private final RateLimit limit;

  NoticeLimit(NoticeSettings settings) {
    limit = new RateLimit(settings.perSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME);
  }

  /**
   * Counts one question.
   *
   * @throws org.heard.feedback.problem.ProblemException {@code RATE_LIMITED}
   */
  public void take() {
    limit.take();
  }
}
