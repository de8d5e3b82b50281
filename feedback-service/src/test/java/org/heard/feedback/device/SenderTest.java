package org.heard.feedback.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {
  private static final Sender MOVED =
      new Sender(
          UUID.randomUUID(),
          DeviceKind.KIOSK,
          "O01",
          List.of(
              new Assignment("W01", Instant.parse("2026-03-01T00:00:00Z")),
              new Assignment("W02", Instant.parse("2026-06-01T00:00:00Z")),
              new Assignment("W01", Instant.parse("2026-09-01T00:00:00Z"))),
          null);

  @ParameterizedTest
  @CsvSource({
    "2025-01-01T00:00:00Z, W01",
    "2026-03-01T00:00:00Z, W01",
    "2026-05-31T23:59:59Z, W01",
    "2026-06-01T00:00:00Z, W02",
    "2026-08-31T23:59:59Z, W02",
    "2026-09-01T00:00:00Z, W01",
    "2030-01-01T00:00:00Z, W01",
  })
  void aKioskIsOfTheWardWhereItStood(Instant moment, String ward) {
    assertThat(MOVED.wardAt(moment)).isEqualTo(ward);
  }

  @Test
  void anImporterStandsNowhere() {
    Sender importer = new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);
    assertThat(importer.wardAt(Instant.EPOCH)).isNull();
  }
}
