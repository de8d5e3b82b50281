package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that would restart a sound loop, or end every poll, stop the start and say which. */
class IngestLoopTest {

  @Test
  void startsWithItsDefaults() {
    assertThatCode(() -> loop(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "20501ms, 10s, 500ms, 10s",
    "4ms, 1ms, 1ms, 1ms",
  })
  void startsWhereAStalledLoopIsOneThatDidNotComeBackInTime(
      String stalled, String backoff, String timeout, String overdue) {
    assertThatCode(() -> loop(settings(stalled, backoff, timeout, overdue)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "20500ms, 10s, 500ms, 10s, PT20.5S",
    "5m, 5m, 500ms, 10s, PT5M10.5S",
    "5m, 10s, 5m, 10s, PT5M20S",
    "5m, 10s, 500ms, 5m, PT5M10.5S",
    "0s, 10s, 500ms, 10s, PT20.5S",
  })
  void aSoundLoopMustNotLookStalled(
      String stalled, String backoff, String timeout, String overdue, String together) {
    assertThatIllegalStateException()
        .isThrownBy(() -> loop(settings(stalled, backoff, timeout, overdue)))
        .withMessageContainingAll(
            "heard.ingest.stalled-after", "longest-backoff", "poll-timeout", "poll-overdue")
        .withMessageEndingWith(together);
  }

  @ParameterizedTest
  @CsvSource({"0s", "-1s"})
  void aPollMustHaveTime(String overdue) {
    assertThatIllegalStateException()
        .isThrownBy(() -> loop(settings("5m", "10s", "500ms", overdue)))
        .withMessageStartingWith("heard.ingest.poll-overdue");
  }

  @ParameterizedTest
  @CsvSource({
    "0s, 20s, heard.ingest.transaction-idle",
    "-1s, 20s, heard.ingest.transaction-idle",
    "10s, 10s, heard.ingest.lock-wait",
    "10s, 0s, heard.ingest.lock-wait",
  })
  void whoStandsStillIsOutwaited(String idle, String wait, String named) {
    assertThatIllegalStateException()
        .isThrownBy(() -> loop(bounds(idle, wait)))
        .withMessageStartingWith(named);
    assertThatCode(() -> loop(bounds("10s", "10001ms"))).doesNotThrowAnyException();
  }

  private static Map<String, String> bounds(String idle, String wait) {
    return Map.of("heard.ingest.transaction-idle", idle, "heard.ingest.lock-wait", wait);
  }

  private static Map<String, String> settings(
      String stalled, String backoff, String timeout, String overdue) {
    return Map.of(
        "heard.ingest.stalled-after", stalled,
        "heard.ingest.longest-backoff", backoff,
        "heard.ingest.poll-timeout", timeout,
        "heard.ingest.poll-overdue", overdue);
  }

  private static IngestLoop loop(Map<String, String> settings) {
    IngestConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(IngestConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .build()
            .getConfigMapping(IngestConfig.class);
    return new IngestLoop(null, null, null, null, null, config);
  }
}
