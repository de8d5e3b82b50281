package org.heard.feedback.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyTalliesTest {
  @ParameterizedTest
  @CsvSource({
    // In winter London is UTC, in summer an hour ahead.
    "Europe/London, 2026-01-10T02:14:00Z, 2026-01-10T02:15:00Z, true",
    "Europe/London, 2026-01-10T02:15:00Z, 2026-01-10T02:16:00Z, false",
    "Europe/London, 2026-01-10T02:13:00Z, 2026-01-10T02:14:59Z, false",
    "Europe/London, 2026-07-10T01:14:30Z, 2026-07-10T01:15:30Z, true",
    "Europe/London, 2026-07-10T02:14:30Z, 2026-07-10T02:15:30Z, false",
    "Asia/Kathmandu, 2026-01-09T20:29:30Z, 2026-01-09T20:30:30Z, true",
    // The night on which 02:15 is left out in Berlin: an hour later.
    "Europe/Berlin, 2026-03-29T01:14:30Z, 2026-03-29T01:15:30Z, true",
    // The night on which it comes twice: the first time only.
    "Europe/Berlin, 2026-10-25T00:14:30Z, 2026-10-25T00:15:30Z, true",
    "Europe/Berlin, 2026-10-25T01:14:30Z, 2026-10-25T01:15:30Z, false",
    // After a pause of three nights, once.
    "Europe/London, 2026-01-10T12:00:00Z, 2026-01-13T12:00:00Z, true",
    // A clock that was put back.
    "Europe/London, 2026-01-10T12:00:00Z, 2026-01-10T11:00:00Z, false",
    "Europe/London, 2026-01-12T12:00:00Z, 2026-01-10T11:00:00Z, false",
  })
  void theTimeIsThatOfTheOrganisation(String zone, Instant after, Instant until, boolean due) {
    assertThat(NightlyTallies.isTime(LocalTime.of(2, 15), ZoneId.of(zone), after, until))
        .isEqualTo(due);
  }
}
