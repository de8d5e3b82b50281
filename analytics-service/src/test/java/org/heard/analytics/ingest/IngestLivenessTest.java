package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class IngestLivenessTest {
  private final LoopState state = new LoopState(Clock.systemUTC());
  private final IngestLiveness liveness =
      new IngestLiveness(state, new FastIngest("liveness", GroupProtocol.CLASSIC));

  @Test
  void aDeadWorkerIsRedAndSaysWhyWithoutAWordOfWhatItRead() {
    state.polled(LoopState.Phase.RUNNING);
    assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);

    state.ended(
        LoopState.Phase.DEAD, new IllegalStateException("secret", new OutOfMemoryError("secret")));

    HealthCheckResponse red = liveness.call();
    assertThat(red.getStatus()).isEqualTo(Status.DOWN);
    assertThat(red.getData().orElse(Map.of()))
        .containsEntry("state", "dead")
        .containsEntry("cause", "IllegalStateException < OutOfMemoryError")
        .extractingByKey("lastPoll")
        .isNotNull();
  }
}
