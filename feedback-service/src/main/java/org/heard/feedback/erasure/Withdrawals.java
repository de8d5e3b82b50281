package org.heard.feedback.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.heard.feedback.submission.PublishingConsent;
import org.heard.feedback.submission.Receipts;

/** Takes back the agreement that words may be shown, for whoever has the receipt. */
@ApplicationScoped
public class Withdrawals {
  private final Receipts receipts;
  private final PublishingConsent consent;
  private final ReceiptSettings settings;
  private final ReceiptLimits limits;

  Withdrawals(
      Receipts receipts,
      PublishingConsent consent,
      ReceiptSettings settings,
      ReceiptLimits limits) {
    this.receipts = receipts;
    this.consent = consent;
    this.settings = settings;
    this.limits = limits;
  }

  /**
   * Takes it back for all that has this receipt code.
   *
   * @return false for a code that says nothing
   * @throws org.heard.feedback.problem.ProblemException {@code RATE_LIMITED}
   */
  @Transactional
  public boolean byReceipt(String written) {
    if (!receipts.isKnown(written, settings.maxShared())) {
      return false;
    }
    limits.withdraw();
    // Locked as an erasure locks them, so of two at the same time one comes after the other.
    Receipts.Locked found = receipts.lock(written, settings.maxShared());
    found.stored().forEach(consent::withdraw);
    consent.withdrawPutAside(found.putAside());
    return !found.isEmpty();
  }
}
