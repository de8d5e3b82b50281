package org.heard.feedback.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the directory holds as many wards as the site says it has. */
@Readiness
@ApplicationScoped
class DirectoryReadiness implements HealthCheck {
  private final Directory directory;
  private final int minWards;

  DirectoryReadiness(
      Directory directory,
      @ConfigProperty(name = "heard.ready.min-wards", defaultValue = "0") int minWards) {
    this.directory = directory;
    this.minWards = minWards;
  }

  @Override
  public HealthCheckResponse call() {
    long wards = minWards == 0 ? 0 : directory.wards();
    return HealthCheckResponse.named("directory")
        .status(wards >= minWards)
        .withData("wards", wards)
        .withData("needed", minWards)
        .build();
  }
}
