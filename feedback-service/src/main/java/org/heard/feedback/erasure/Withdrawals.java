package org.heard.feedback.erasure;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.heard.feedback.access.RateLimit;
import org.heard.feedback.submission.PublishingConsent;
import org.heard.feedback.submission.Receipts;

/** Takes back the agreement that words may be shown, for whoever has the receipt. */
@ApplicationScoped
public class Withdrawals {
  private final Receipts receipts;
  private final PublishingConsent consent;
  private final ReceiptSettings settings;
  private final RateLimit limit;

  Withdrawals(Receipts receipts, PublishingConsent consent, ReceiptSettings settings) {
    this.receipts = receipts;
    this.consent = consent;
    this.settings = settings;
    this.limit =
        new RateLimit(
            settings.withdrawPerSecond(), settings.withdrawBurst(), TimeMeter.SYSTEM_NANOTIME);
  }

  /**
   * Counts one wish, whether by page or document.
   *
   * @throws org.heard.feedback.problem.ProblemException {@code RATE_LIMITED}
   */
  public void take() {
    limit.take();
  }

  /**
   * Takes it back for all that has this receipt code.
   *
   * @return false for a code that says nothing
   */
  @Transactional
  public boolean byReceipt(String written) {
    // Locked as an erasure locks them, so of two at the same time one comes after the other.
    Receipts.Locked found = receipts.lock(written, settings.maxShared());
    found.stored().forEach(consent::withdraw);
    consent.withdrawPutAside(found.putAside());
    return !found.isEmpty();
  }
}
