package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTimeTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Instant RECEIVED = Instant.parse("2026-10-05T08:15:30Z");
  private static final SubmissionSettings SETTINGS = new DefaultLimits();

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

  @ParameterizedTest
  @CsvSource({
    // The first and the last moment of a day in winter, 400 days after one in summer; and the other
    // way round.
    "2026-11-27T00:00:00Z, 2025-10-23, ",
    "2026-11-27T23:59:59Z, 2025-10-23, ",
    "2026-11-27T00:00:00Z, 2025-10-22, TOO_OLD",
    "2026-05-09T23:00:00Z, 2025-04-05, ",
    "2026-04-09T23:00:00Z, 2025-03-06, ",
    "2026-04-10T22:59:59Z, 2025-03-06, ",
    "2026-04-10T22:59:59Z, 2025-03-05, TOO_OLD",
    "2026-11-27T00:00:00Z, 2026-11-27, ",
    "2026-11-27T00:00:00Z, 2026-11-28, AHEAD",
  })
  void theWholeOldestDayIsWithinTheBoundsOfWhatSaysItsDay(
      Instant received, LocalDate day, String flag) {
    Sender sender = new Sender(UUID.randomUUID(), DeviceKind.KIOSK, "O01", List.of(), null);
    Instant authored = day.atStartOfDay(ZONE).toInstant();
    CountedTime counted = CountedTime.ofDay(authored, received, ZONE, sender, SETTINGS);
    assertThat(counted).isEqualTo(new CountedTime(flag == null ? authored : received, flag));
  }

  @ParameterizedTest
  @CsvSource({
    // Of today, of tomorrow, and of the oldest day, before and after its noon.
    "2026-10-05T08:00:00Z, 2026-10-05, ",
    "2026-10-04T23:00:00Z, 2026-10-05, ",
    "2026-10-04T22:59:00Z, 2026-10-05, ",
    "2026-10-04T22:54:59Z, 2026-10-05, AHEAD",
    "2026-10-05T08:00:00Z, 2026-10-06, AHEAD",
    "2026-11-27T23:59:59Z, 2025-10-23, ",
    "2026-11-27T00:00:00Z, 2025-10-22, TOO_OLD",
    // Noon is an hour less after the beginning of the day on which clocks go forward.
    "2026-03-29T00:00:00Z, 2026-03-29, ",
  })
  void aDayThatIsWrittenAsItsNoonIsJudgedAsADay(Instant received, LocalDate day, String flag) {
    Sender sender = new Sender(UUID.randomUUID(), DeviceKind.KIOSK, "O01", List.of(), null);
    Instant noon = day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    CountedTime counted = CountedTime.ofDay(noon, received, ZONE, sender, SETTINGS);
    assertThat(counted).isEqualTo(new CountedTime(flag == null ? noon : received, flag));
  }
}
