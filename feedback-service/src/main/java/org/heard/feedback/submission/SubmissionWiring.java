package org.heard.feedback.submission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One group commit for all the doors. */
class SubmissionWiring {
  @Produces
  @Singleton
  GroupCommit groupCommit(
      SubmissionService submissions, GroupSettings settings, MeterRegistry meters) {
    GroupCommit commit = new GroupCommit(submissions::submit, settings);
    Gauge.builder("heard.submission.waiting", commit::waiting)
        .description("Submissions that wait for a transaction to begin")
        .register(meters);
    return commit;
  }
}
