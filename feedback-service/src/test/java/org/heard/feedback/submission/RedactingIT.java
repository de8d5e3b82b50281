package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a submission is published, and what stays sealed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RedactingIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject SubmissionRepository submissions;
  @Inject Vault vault;

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void namesOfStaffAreTokensInTheFactAndSealedHere() throws IOException {
    UUID id = sent("Nurse Folake was kind, my wife Doreen says so too. Thank you Folake!");
    JsonNode answer = published(id).at("/answers/0");
    assertThat(answer.path("text").asText())
        .isEqualTo(
            "Nurse [STAFF-1] was kind, my wife [PERSON-1] says so too. Thank you [STAFF-1]!");
    assertThat(answer.path("language").asText()).isEqualTo("en");
    assertThat(answer.path("held").isNull()).isTrue();
    assertThat(answer.path("nameTokens")).hasSize(2);
    for (JsonNode token : answer.path("nameTokens")) {
      int start = token.path("start").asInt();
      assertThat(answer.path("text").asText().substring(start, token.path("end").asInt()))
          .isEqualTo(token.path("token").asText())
          .isEqualTo("[STAFF-1]");
    }
    assertThat(JSON.readTree(vault.open(id, Purpose.NAMES).orElseThrow()))
        .isEqualTo(JSON.readTree("{\"[STAFF-1]\": \"Folake\"}"));
  }

  @Test
  void nothingIsSealedOfNamesWhereThereAreNone() {
    assertThat(vault.open(sent("Calm and clean."), Purpose.NAMES)).isEmpty();
  }

  @Test
  void theNamesOfTheOrganisationsPlacesStay() throws IOException {
    UUID id = sent("Thanks to Ash for a calm week, not to Lorenza.");
    assertThat(published(id).at("/answers/0/text").asText())
        .isEqualTo("Thanks to Ash for a calm week, not to [STAFF-1].");
  }

  @Test
  void whatIsNotEnglishIsHeldAndLosesWhatHasAForm() throws IOException {
    UUID id = sent("Pielęgniarki bardzo miłe, dziękuję, 07700 900123");
    JsonNode answer = published(id).at("/answers/0");
    assertThat(answer.path("text").asText())
        .isEqualTo("Pielęgniarki bardzo miłe, dziękuję, [PHONE]");
    assertThat(answer.path("language").asText()).isEqualTo("pl");
    assertThat(answer.path("held").asText()).isEqualTo("LANGUAGE");
    assertThat(answer.path("nameTokens")).isEmpty();
  }

  private static UUID sent(String text) {
    UUID id = UUID.randomUUID();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(id, text)).then().statusCode(201);
    return id;
  }

  /** The fact as it is sent, and sent again on a re-drive. */
  private JsonNode published(UUID id) throws IOException {
    FeedbackSubmitted fact =
        QuarkusTransaction.requiringNew().call(() -> submissions.findById(id).fact());
    return JSON.readTree(EventEncoder.encode(fact).payload());
  }
}
