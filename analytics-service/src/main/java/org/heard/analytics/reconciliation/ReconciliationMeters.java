package org.heard.analytics.reconciliation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: the gauge must read 0. */
@ApplicationScoped
class ReconciliationMeters {
  private static final String COMPARISONS = "heard.reconciliation.comparisons";

  private final AtomicLong mismatched;
  private final Counter equal;
  private final Counter different;

  ReconciliationMeters(MeterRegistry registry) {
    mismatched = registry.gauge("heard.reconciliation.mismatched.ward.days", new AtomicLong());
    equal = registry.counter(COMPARISONS, "outcome", "equal");
    different = registry.counter(COMPARISONS, "outcome", "mismatch");
  }

  void compared(boolean isEqual) {
    (isEqual ? equal : different).increment();
  }

  void mismatched(long wardDays) {
    mismatched.set(wardDays);
  }

  /** Ward-days that did not agree when last looked at. */
  long mismatched() {
    return mismatched.get();
  }
}
