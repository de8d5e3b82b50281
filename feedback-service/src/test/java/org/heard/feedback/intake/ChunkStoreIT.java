package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ChunkStoreIT {
  @Inject ChunkStore chunks;

  private Sender importer;

  @BeforeEach
  void importer() {
    Feedback.directory();
    Response device =
        Feedback.register(Map.of("name", "x", "kind", "importer", "organisationId", "O01"));
    importer =
        new Sender(UUID.fromString(device.path("id")), DeviceKind.IMPORTER, "O01", List.of(), null);
  }

  @Test
  void aRowThatCannotBeStoredFailsAlone() {
    Sender nobody = new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);
    List<Sent> chunk = List.of(sent(importer), sent(nobody), sent(importer));
    List<List<Outcome>> told = new ArrayList<>();
    List<Integer> each = new ArrayList<>();
    List<Outcome> outcomes = chunks.store(chunk, some -> each.add(some.size()), told::add);
    assertThat(outcomes).extracting(Outcome::created).containsExactly(true, false, true);
    assertThat(outcomes.get(1).refusal().problem().code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(told).last().isEqualTo(outcomes);
    // In vain with all of them, then with each that is stored.
    assertThat(each).endsWith(1, 1);
    assertThat(chunks.store(List.of(chunk.get(0), chunk.get(2)), some -> {}, all -> {}))
        .extracting(Outcome::created)
        .containsExactly(false, false);
  }

  @Test
  void whatRefusesAChunkRefusesItsRowsWhenTheyAreStoredOneByOne() {
    Sender nobody = new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);
    List<Sent> chunk = List.of(sent(importer), sent(nobody));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                chunks.store(
                    chunk,
                    some -> {
                      throw new ProblemException(ErrorCode.IMPORT_NAME_USED, "Used.");
                    },
                    all -> {}));
    assertThat(chunks.store(List.of(chunk.get(0)), some -> {}, all -> {}))
        .extracting(Outcome::created)
        .containsExactly(true);
  }

  @Test
  void aRehearsalLeavesNothing() {
    List<Sent> chunk = List.of(sent(importer));
    assertThat(chunks.rehearse(chunk)).extracting(Outcome::created).containsExactly(true);
    assertThat(chunks.store(chunk, some -> {}, all -> {}))
        .extracting(Outcome::created)
        .containsExactly(true);
  }

  private static Sent sent(Sender sender) {
    return new Sent(
        new SubmissionRequest(
            UUID.randomUUID(),
            "W01",
            2,
            List.of(),
            null,
            "import",
            "other",
            Instant.parse("2026-10-05T08:15:30Z"),
            null,
            null,
            null,
            false,
            null,
            null,
            null),
        sender);
  }
}
