package org.heard.feedback.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Red when a relay loop has died. A broker that is away is named but does not make the service red:
 * feedback is still taken and kept.
 */
@Liveness
@ApplicationScoped
class RelayHealth implements HealthCheck {
  private final Relay relay;

  RelayHealth(Relay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("outbox relay").up();
    for (RelayLoop loop : relay.loops()) {
      if (loop.death() != null) {
        response.down().withData("cause", loop.death().getClass().getName());
      } else if (loop.trouble() != null) {
        response.withData("waiting", loop.trouble());
      }
    }
    return response.build();
  }
}
