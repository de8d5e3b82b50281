package org.heard.analytics.counting;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how many rollup rows differ from the facts. Never red: a rebuild mends them. */
@Readiness
@ApplicationScoped
class RecountHealth implements HealthCheck {
  private final RecountMeters meters;

  RecountHealth(RecountMeters meters) {
    this.meters = meters;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("recount")
        .up()
        .withData("mismatchedRollupRows", meters.mismatched())
        .build();
  }
}
