package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.Allocated;
import org.heard.feedback.device.Assignment;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionReaderTest {
  private static final int MAX_BYTES = 262_144;
  private static final int MAX_TOKENS = 10_000;
  private static final Sender IMPORTER =
      new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);

  private final SubmissionReader reader =
      new SubmissionReader(
          new DefaultLimits(),
          () -> 100,
          ward -> Optional.empty(),
          (id, sender) -> Optional.empty(),
          Clock.fixed(Instant.parse("2026-10-05T09:00:00Z"), ZoneOffset.UTC));

  /** Before there was a limit the first of them took 38 MB, of 160 that the service has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"answers\":[ | {} | ]",
        "\"answers\":[ | 0 | ]",
        "\"answers\":[ | [] | ]",
        "\"answers\":[ | {\"a\":{}} | ]",
        "\"answers\":[ | {\"question\":\"good\",\"text\":\"\"} | ]",
        "\"contact\":{ | \"%06d\":{} | }",
        "\"x\":[ | 12345 | ]",
      })
  void noDocumentTakesManyTimesItsBytes(String before, String element, String after) {
    for (int elements = 1000; elements < MAX_BYTES; elements *= 2) {
      byte[] document = filled(before, element, after, elements);
      assertThat(Allocated.by(() -> catchThrowable(() -> read(document))))
          .as(elements + " elements")
          .isLessThan(32L * MAX_BYTES);
    }
  }

  @Test
  void aDocumentOfBlankAnswersIsTakenUpToItsTokens() {
    // Of the document 15, of each {} two.
    byte[] most = filled("\"answers\":[", "{}", "]", (MAX_TOKENS - 15) / 2);
    assertThat(read(most).rating()).isEqualTo(1);
    byte[] more = filled("\"answers\":[", "{}", "]", (MAX_TOKENS - 15) / 2 + 1);
    assertThat(catchThrowable(() -> read(more)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.TOO_MANY_VALUES));
  }

  /** At nine o'clock: left W01 a year ago, W02 at eight today, to be moved again at eleven. */
  @ParameterizedTest
  @CsvSource({
    "W01, 2026-10-05, false",
    "W02, 2026-10-05, true",
    "W03, 2026-10-05, true",
    "W04, 2026-10-05, false",
    "W02, 2026-10-04, true",
    "W03, 2026-10-04, false",
    "W01, 2025-10-04, true",
    "W02, 2025-10-04, false",
    "W01, 2025-10-05, true",
    "W02, 2025-10-05, true",
    "W01, 2025-10-06, false",
  })
  void aDayIsOfAnyWardOnWhichTheKioskStoodThatDay(String ward, String day, boolean own) {
    Sender kiosk =
        new Sender(
            UUID.randomUUID(),
            DeviceKind.KIOSK,
            "O01",
            List.of(
                new Assignment("W01", Instant.EPOCH),
                new Assignment("W02", Instant.parse("2025-10-05T13:00:00Z")),
                new Assignment("W03", Instant.parse("2026-10-05T08:00:00Z")),
                new Assignment("W04", Instant.parse("2026-10-05T11:00:00Z"))),
            null);
    String document =
        """
        {"id": "%s", "wardId": "%s", "rating": 1, "channel": "fhir",
         "authoredAt": "%sT12:00:00Z"}"""
            .formatted(UUID.randomUUID(), ward, day);
    ObjectNode read =
        JsonBody.read(
            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
            MAX_BYTES,
            MAX_TOKENS);

    Throwable refused =
        catchThrowable(() -> reader.read(read, kiosk, Time.DAY, () -> ZoneOffset.UTC));

    assertThat(refused == null).as("%s", refused).isEqualTo(own);
  }

  private SubmissionRequest read(byte[] document) {
    return reader.read(
        JsonBody.read(new ByteArrayInputStream(document), MAX_BYTES, MAX_TOKENS), IMPORTER);
  }

  /** A document with so many of the elements, or as many as it has room for. */
  private static byte[] filled(String before, String element, String after, int elements) {
    StringBuilder json =
        new StringBuilder(
                """
                {"id":"0c52d62f-0000-4000-8000-000000000001","wardId":"W01","rating":1,\
                "channel":"paper","authoredAt":"2026-10-05T08:00:00Z",""")
            .append(before);
    for (int i = 0; i < elements && json.length() < MAX_BYTES - 100; i++) {
      json.append(i == 0 ? "" : ",").append(element.replace("%06d", String.format("%06d", i)));
    }
    return json.append(after).append('}').toString().getBytes(StandardCharsets.UTF_8);
  }
}
