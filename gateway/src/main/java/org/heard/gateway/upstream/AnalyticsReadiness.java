package org.heard.gateway.upstream;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.heard.gateway.problem.ProblemException;

/** Ready once analytics-service answers and knows enough wards: without it every answer is 503. */
@Readiness
@Singleton
class AnalyticsReadiness implements HealthCheck {
  private final Analytics analytics;
  private final int minWards;

  AnalyticsReadiness(Analytics analytics, ReadySettings settings) {
    this.analytics = analytics;
    this.minWards = settings.minWards();
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("analytics").withData("minWards", minWards);
    try {
      long wards = analytics.knownWards();
      response.withData("wards", wards).status(wards >= minWards);
      if (wards < minWards) {
        response.withData("cause", "analytics-service knows too few wards");
      }
    } catch (ProblemException e) {
      response.down().withData("cause", e.code().name() + ": " + e.getMessage());
    }
    return response.build();
  }
}
