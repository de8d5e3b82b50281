package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Red when the loop is dead; names what it waits for when it is not. */
@Liveness
@ApplicationScoped
class IngestLiveness implements HealthCheck {
  private final LoopState state;
  private final IngestConfig config;

  IngestLiveness(LoopState state, IngestConfig config) {
    this.state = state;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    LoopState.View view = state.view();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("ingest")
            .status(!view.dead(System.nanoTime(), config.stalledAfter()))
            .withData("state", view.phase().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .withData("lastPoll", view.lastPoll().toString());
    return view.cause().isEmpty() ? answer.build() : answer.withData("cause", view.cause()).build();
  }
}
