package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTimeTest {
  private static final Instant RECEIVED = Instant.parse("2026-10-05T08:15:30Z");
  private static final SubmissionSettings SETTINGS = new Defaults();

  @ParameterizedTest
  @CsvSource({
    "KIOSK,    PT0S,         ",
    "KIOSK,    PT5M,         ",
    "KIOSK,    PT5M1S,       AHEAD",
    "KIOSK,    PT-9600H,     ",
    "KIOSK,    PT-9600H-1S,  TOO_OLD",
    "IMPORTER, PT-9600H-1S,  ",
    "IMPORTER, PT-87672H,    ",
    "IMPORTER, PT-87672H-1S, TOO_OLD",
    "IMPORTER, PT5M1S,       AHEAD",
  })
  void believesADeviceWithinItsBounds(DeviceKind kind, Duration offset, String flag) {
    Sender sender = new Sender(UUID.randomUUID(), kind, "O01", List.of(), null);
    Instant authored = RECEIVED.plus(offset);
    CountedTime counted = CountedTime.of(authored, RECEIVED, sender, SETTINGS);
    assertThat(counted).isEqualTo(new CountedTime(flag == null ? authored : RECEIVED, flag));
  }

  /** The contract's bounds. */
  private record Defaults() implements SubmissionSettings {
    @Override
    public int maxBytes() {
      return 262_144;
    }

    @Override
    public int maxAnswers() {
      return 5;
    }

    @Override
    public int maxTextCodePoints() {
      return 4000;
    }

    @Override
    public int maxContactCodePoints() {
      return 200;
    }

    @Override
    public Duration maxAhead() {
      return Duration.ofMinutes(5);
    }

    @Override
    public Duration maxKioskAge() {
      return Duration.ofDays(400);
    }

    @Override
    public Duration maxImportAge() {
      return Duration.ofDays(3653);
    }
  }
}
