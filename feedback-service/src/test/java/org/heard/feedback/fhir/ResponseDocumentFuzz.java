package org.heard.feedback.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.device.Assignment;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

class ResponseDocumentFuzz {
  private static final UUID DEVICE = new UUID(0, 1);
  private static final List<Sender> SENDERS =
      List.of(
          new Sender(DEVICE, DeviceKind.IMPORTER, "O01", List.of(), null),
          new Sender(
              DEVICE,
              DeviceKind.KIOSK,
              "O01",
              List.of(new Assignment("W01", Instant.EPOCH)),
              null));

  /** A resource becomes the document of every door, or what is wrong with it has a place. */
  @FuzzTest(maxDuration = "30s")
  void becomesADocumentOrSaysWhatIsWrong(byte[] body) {
    try {
      ObjectNode resource = JsonBody.parse(body, 10_000);
      Structure structure = new Structure(resource, 100);
      structure.problems().forEach(ResponseDocumentFuzz::check);
      if (structure.problems().stream().noneMatch(problem -> problem.code().status() == 400)) {
        for (Sender sender : SENDERS) {
          ResponseDocument said =
              ResponseDocument.of(
                  structure.response(),
                  sender.isKiosk() ? null : "W01",
                  sender,
                  () -> ZoneOffset.UTC,
                  (authored, time) -> authored,
                  id -> Optional.empty());
          said.problems().forEach(ResponseDocumentFuzz::check);
          assertThat(said.document().path("channel").asText()).isEqualTo("fhir");
        }
      }
    } catch (ProblemException refusal) {
      assertThat(refusal.problem().status()).isEqualTo(400);
    }
  }

  private static void check(FieldError error) {
    assertThat(error.pointer()).startsWith("/");
    assertThat(error.code().status()).isIn(400, 422);
  }
}
