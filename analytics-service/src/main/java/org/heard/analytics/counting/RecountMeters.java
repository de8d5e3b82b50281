package org.heard.analytics.counting;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What operators watch: the gauge must read 0. */
@ApplicationScoped
class RecountMeters {
  private final AtomicLong mismatched;

  RecountMeters(MeterRegistry registry) {
    mismatched = registry.gauge("heard.counting.mismatched.rows", new AtomicLong());
  }

  void mismatched(long rows) {
    mismatched.set(rows);
  }

  /** Rollup rows that said something else than the facts when last recounted. */
  long mismatched() {
    return mismatched.get();
  }
}
