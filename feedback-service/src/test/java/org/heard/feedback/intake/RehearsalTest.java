package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.submission.SubmissionService.Time;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Sender SENDER =
      new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);
  private static final Instant THEN = Instant.parse("2026-10-05T11:00:00Z");

  private final Rehearsal rehearsal = new Rehearsal();

  @Test
  void judgesAsTheStoreDoesWhatSaysNoTimeAndWhatSaysAnother() {
    assertThat(becomes(1, THEN, Time.MOMENT)).isEqualTo("created");
    assertThat(becomes(1, THEN, Time.MOMENT)).isEqualTo("duplicate");
    assertThat(becomes(1, THEN.plusSeconds(1), Time.MOMENT)).isEqualTo("ID_REUSED");
    assertThat(becomes(1, THEN.plusSeconds(1), Time.OURS)).isEqualTo("duplicate");
    assertThat(becomes(2, THEN.plusSeconds(1), Time.OURS)).isEqualTo("ID_REUSED");
  }

  /** A file of as many records as it may have, none with an id: maps of objects took 157 bytes. */
  @Test
  void aDryRunRemembersARecordInSoLittle() {
    int records = 250_000;
    ImportIds ids = ImportIds.plain("O01", "march");
    long before = live();
    int created = 0;
    for (int i = 0; i < records; i++) {
      UUID id = ids.next(Map.of("comment", String.valueOf(i)), Optional.empty(), "");
      created += becomes(id, 1, THEN, Time.MOMENT).equals("created") ? 1 : 0;
    }
    assertThat((live() - before) / records).isLessThan(100);
    assertThat(created).isEqualTo(records);
    UUID again = ids.next(Map.of("comment", "7"), Optional.empty(), "");
    assertThat(becomes(again, 1, THEN, Time.MOMENT)).isEqualTo("created");
  }

  private static long live() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private String becomes(int rating, Instant authoredAt, Time time) {
    return becomes(new UUID(0, 1), rating, authoredAt, time);
  }

  private String becomes(UUID id, int rating, Instant authoredAt, Time time) {
    SubmissionRequest request =
        new SubmissionRequest(
            id,
            "W01",
            rating,
            List.of(),
            null,
            "import",
            "other",
            authoredAt,
            null,
            null,
            null,
            false,
            null,
            null,
            null);
    Outcome outcome =
        rehearsal
            .inThisFile(
                List.of(new Sent(request, SENDER, time)), List.of(new Outcome(null, true, null)))
            .get(0);
    if (outcome.refusal() != null) {
      return outcome.refusal().problem().code().name();
    }
    return outcome.created() ? "created" : "duplicate";
  }
}
