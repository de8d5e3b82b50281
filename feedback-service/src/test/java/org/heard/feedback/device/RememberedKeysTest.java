package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedKeysTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Sender KIOSK =
      new Sender(
          UUID.randomUUID(),
          DeviceKind.KIOSK,
          "O01",
          List.of(new Assignment("W01", Instant.EPOCH)),
          null);

  private final AtomicLong nanos = new AtomicLong();

  private record Limits(
      Duration rememberKeys, int maxRemembered, Duration lastSeenEvery, List<String> languages)
      implements DeviceSettings {
    @Override
    public int maxQueue() {
      return 1;
    }
  }

  @Test
  void remembersAKeyForAMomentOnly() {
    RememberedKeys keys = keys(TEN_SECONDS, 10);
    keys.remember("hk_dev_a", KIOSK, keys.moment());
    nanos.addAndGet(TEN_SECONDS.toNanos() - 1);
    assertThat(keys.find("hk_dev_a")).isEqualTo(KIOSK);
    assertThat(keys.find("hk_dev_b")).isNull();
    nanos.addAndGet(1);
    assertThat(keys.find("hk_dev_a")).isNull();
  }

  @Test
  void forgetsADeviceWithAllItsKeys() {
    RememberedKeys keys = keys(TEN_SECONDS, 10);
    Sender other = new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);
    keys.remember("hk_dev_a", KIOSK, keys.moment());
    keys.remember("hk_dev_b", KIOSK, keys.moment());
    keys.remember("hk_imp_c", other, keys.moment());
    keys.forget(KIOSK.deviceId());
    assertThat(keys.find("hk_dev_a")).isNull();
    assertThat(keys.find("hk_dev_b")).isNull();
    assertThat(keys.find("hk_imp_c")).isEqualTo(other);
  }

  @Test
  void aDeviceThatChangedDuringItsLookUpIsNotRemembered() {
    RememberedKeys keys = keys(Duration.ofSeconds(10), 100);
    long before = keys.moment();
    keys.forget(KIOSK.deviceId());
    keys.remember("hk_dev_a", KIOSK, before);
    assertThat(keys.find("hk_dev_a")).isNull();
  }

  @Test
  void remembersNoMoreThanItMay() {
    RememberedKeys keys = keys(TEN_SECONDS, 3);
    IntStream.range(0, 100).forEach(i -> keys.remember("hk_dev_" + i, KIOSK, keys.moment()));
    assertThat(IntStream.range(0, 100).filter(i -> keys.find("hk_dev_" + i) != null).count())
        .isLessThanOrEqualTo(3);
  }

  @Test
  void remembersNothingForZeroSeconds() {
    RememberedKeys keys = keys(Duration.ZERO, 10);
    keys.remember("hk_dev_a", KIOSK, keys.moment());
    assertThat(keys.find("hk_dev_a")).isNull();
  }

  private RememberedKeys keys(Duration remember, int max) {
    return new RememberedKeys(new Limits(remember, max, Duration.ZERO, List.of()), nanos::get);
  }
}
