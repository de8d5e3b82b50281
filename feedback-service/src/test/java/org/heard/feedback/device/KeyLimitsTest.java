package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heard.feedback.ManualTime;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class KeyLimitsTest {
  private final ManualTime time = new ManualTime();
  private final KeyLimits limits = new KeyLimits(new Limits(2, 10), time);
  private final Sender one = importer();
  private final Sender other = importer();

  private record Limits(int perSecond, int burst) implements KeyLimitSettings {}

  @Test
  void eachDeviceHasItsOwn() {
    assertThat(taken(one, 20)).isEqualTo(10);
    assertThat(taken(other, 20)).isEqualTo(10);
  }

  @Test
  void whoHasARevokedKeyTakesNothingFromTheDevice() {
    Sender thief = withRevokedKey(one);
    assertThat(taken(thief, 20)).isEqualTo(10);
    assertThat(taken(thief, 1)).isZero();
    assertThat(taken(one, 20)).isEqualTo(10);
    assertThat(taken(withRevokedKey(one), 20)).as("another of its keys").isEqualTo(10);
  }

  /** Rooms and places that know no devices go by this. */
  @Test
  void theNameTellsARevokedKeyFromTheDevice() {
    Sender thief = withRevokedKey(one);
    assertThat(one.getName()).isEqualTo(one.deviceId().toString());
    assertThat(thief.getName()).isEqualTo(thief.revokedKey().toString());
  }

  @Test
  void forgettingADeviceGivesItNothing() {
    taken(one, 20);
    for (int second = 1; second <= 4; second++) {
      time.pass(Duration.ofSeconds(1));
      assertThat(taken(one, 20)).isEqualTo(2);
    }
    time.pass(Duration.ofDays(1));
    assertThat(taken(one, 20)).isEqualTo(10);
  }

  private long taken(Sender sender, int asked) {
    return IntStream.range(0, asked)
        .filter(
            i -> catchThrowableOfType(ProblemException.class, () -> limits.take(sender)) == null)
        .count();
  }

  private static Sender withRevokedKey(Sender device) {
    return new Sender(
        device.deviceId(),
        device.kind(),
        device.organisationId(),
        device.wards(),
        UUID.randomUUID());
  }

  private static Sender importer() {
    return new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);
  }
}
