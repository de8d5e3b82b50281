package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.device.Assignment;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ProblemException;

class SubmissionReaderFuzz {
  private static final UUID DEVICE = new UUID(0, 1);
  private static final Sender IMPORTER =
      new Sender(DEVICE, DeviceKind.IMPORTER, "O01", List.of(), null);
  private static final Sender KIOSK =
      new Sender(
          DEVICE, DeviceKind.KIOSK, "O01", List.of(new Assignment("W01", Instant.EPOCH)), null);

  private record Limits(
      int maxBytes,
      int maxJsonTokens,
      int maxAnswers,
      int maxTextCodePoints,
      int maxContactCodePoints,
      Duration maxAhead,
      Duration maxKioskAge,
      Duration maxImportAge)
      implements SubmissionSettings {}

  private final SubmissionReader reader =
      new SubmissionReader(
          new Limits(
              262_144,
              10_000,
              5,
              50,
              20,
              Duration.ofMinutes(5),
              Duration.ofDays(1),
              Duration.ofDays(9)),
          () -> 100,
          ward -> Optional.empty(),
          (id, sender) -> Optional.empty(),
          Clock.systemUTC());

  /** What is taken is within its limits; what is not is somebody else's mistake. */
  @FuzzTest(maxDuration = "30s")
  void isTakenWithinItsLimitsOrRefused(byte[] body) {
    for (Sender sender : List.of(IMPORTER, KIOSK)) {
      try {
        check(reader.read(JsonBody.parse(body, 10_000), sender), sender);
      } catch (ProblemException refusal) {
        assertThat(refusal.problem().status()).isIn(400, 403, 422);
      }
    }
  }

  private static void check(SubmissionRequest taken, Sender sender) {
    assertThat(taken.id()).isNotNull();
    assertThat(taken.wardId()).isNotBlank();
    assertThat(sender.isKiosk() ? taken.wardId() : "W01").isEqualTo("W01");
    assertThat(taken.rating() == null ? 1 : taken.rating()).isBetween(1, 6);
    assertThat(taken.rating() == null && taken.answers().isEmpty()).isFalse();
    assertThat(taken.answers()).hasSizeLessThanOrEqualTo(5);
    for (SubmissionRequest.Answer answer : taken.answers()) {
      assertThat(answer.text().codePointCount(0, answer.text().length())).isBetween(1, 50);
      assertThat(ClosedLists.QUESTIONS).contains(answer.question());
    }
    assertThat(taken.authoredAt())
        .isBetween(Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
  }
}
