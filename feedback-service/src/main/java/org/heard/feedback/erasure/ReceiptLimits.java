package org.heard.feedback.erasure;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import org.heard.feedback.access.RateLimit;

/**
 * How often receipts may be used, by everybody together. Whatever comes counts as a question; only
 * a code that there is counts as an erasure or a withdrawal too, or whoever sends nonsense would
 * take these from those who have a code.
 */
@ApplicationScoped
public class ReceiptLimits {
  private final RateLimit questions;
  private final RateLimit erasures;
  private final RateLimit withdrawals;

  ReceiptLimits(ReceiptSettings settings) {
    questions = limit(settings.perSecond(), settings.burst());
    erasures = limit(settings.erasePerSecond(), settings.eraseBurst());
    withdrawals = limit(settings.withdrawPerSecond(), settings.withdrawBurst());
  }

  private static RateLimit limit(int perSecond, int burst) {
    return new RateLimit(perSecond, burst, TimeMeter.SYSTEM_NANOTIME);
  }

  /**
   * Counts what comes, before it is read.
   *
   * @throws org.heard.feedback.problem.ProblemException {@code RATE_LIMITED}
   */
  public void ask() {
    questions.take();
  }

  /**
   * Counts an erasure with a code that was found.
   *
   * @throws org.heard.feedback.problem.ProblemException {@code RATE_LIMITED}
   */
  void erase() {
    erasures.take();
  }

  /**
   * Counts a withdrawal with a code that was found, by page or document.
   *
   * @throws org.heard.feedback.problem.ProblemException {@code RATE_LIMITED}
   */
  void withdraw() {
    withdrawals.take();
  }
}
