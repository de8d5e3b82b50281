package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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

  private String becomes(int rating, Instant authoredAt, Time time) {
    SubmissionRequest request =
        new SubmissionRequest(
            new UUID(0, 1),
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
