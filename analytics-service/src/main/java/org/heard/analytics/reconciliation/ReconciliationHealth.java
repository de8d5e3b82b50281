package org.heard.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how many ward-days disagree. Never red: answers with a gap are better than none. */
@Readiness
@ApplicationScoped
class ReconciliationHealth implements HealthCheck {
  private final ReconciliationMeters meters;

  ReconciliationHealth(ReconciliationMeters meters) {
    this.meters = meters;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("reconciliation")
        .up()
        .withData("mismatchedWardDays", meters.mismatched())
        .build();
  }
}
