package org.heard.feedback.background;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the work that does not get on. It never makes the service red: feedback is still taken and
 * kept, and whatever waits is done by a later round.
 */
@Readiness
@ApplicationScoped
class BackgroundHealth implements HealthCheck {
  private final BackgroundWorks works;

  BackgroundHealth(BackgroundWorks works) {
    this.works = works;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("background work").up();
    for (BackgroundWork work : works.all()) {
      if (work.trouble() != null) {
        response.withData(work.name(), work.trouble());
      }
    }
    return response.build();
  }
}
