package org.heard.analytics.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once enough of the directory has arrived. */
@Readiness
@ApplicationScoped
class DirectoryReadiness implements HealthCheck {
  private final Wards wards;
  private final ReadyConfig config;

  DirectoryReadiness(Wards wards, ReadyConfig config) {
    this.wards = wards;
    this.config = config;
  }

  @Override
  @ActivateRequestContext
  public HealthCheckResponse call() {
    if (config.minWards() == 0) {
      return HealthCheckResponse.named("directory").up().build();
    }
    long known = wards.knownEverywhere();
    return HealthCheckResponse.named("directory")
        .status(known >= config.minWards())
        .withData("wards", known)
        .withData("needed", config.minWards())
        .build();
  }
}
