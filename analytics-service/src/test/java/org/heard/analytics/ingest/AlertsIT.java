package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those who handle a lane, and feedback-service for them, are told of an alert. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AlertsIT {
  private static final String KIND = "good: The night nurse was kind.";
  private static final String COMPLAINT =
      "why: I am making a formal complaint and my solicitor will write to you.";
  private static final String SERIOUS =
      "improve: I want to kill myself, I have the tablets here and nobody listens.";

  @Inject BatchHandler handler;
  @Inject DataSource database;

  private HandledPlace place;
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @Test
  void anOpenAlertIsToldToItsLane() throws Exception {
    place.handle(place.submitted(id, 1, 5, KIND, SERIOUS));
    ask(id + "-2-1", mentalHealth())
        .then()
        .statusCode(200)
        .body("id", equalTo(id + "-2-1"))
        .body("submissionId", equalTo(id.toString()))
        .body("commentId", equalTo(id + "-2"))
        .body("wardId", equalTo(place.ward))
        .body("category", equalTo("self-harm"))
        .body("lane", equalTo("mental-health"))
        .body("state", equalTo("open"))
        .body("receivedAt", notNullValue())
        .body("raisedAt", nullValue())
        .body("dueAt", nullValue())
        .body("withheldAnswers", empty())
        .body("size()", equalTo(11));
    assertThat(ask(id + "-2-1", mentalHealth()).asString()).doesNotContain("tablets");
  }

  /** One lane's reader of raw words is told what waits for another lane alone. */
  @Test
  void whatWaitsForOtherLanesIsTold() throws Exception {
    place.handle(place.submitted(id, 1, 5, COMPLAINT, SERIOUS, KIND));
    ask(id + "-1-7", lanes("pals")).then().statusCode(200).body("withheldAnswers", contains(2));
    ask(id + "-1-7", lanes("pals", "mental-health"))
        .then()
        .statusCode(200)
        .body("withheldAnswers", empty());
    // A complaint is no secret of its lane.
    ask(id + "-2-1", mentalHealth()).then().statusCode(200).body("withheldAnswers", empty());
    place.handle(place.erased(id, "receipt"));
    ask(id + "-1-7", lanes("pals")).then().statusCode(200).body("withheldAnswers", contains(2));
  }

  @Test
  void itIsOpenAsLongAsItsLaneKeepsACopy() throws Exception {
    place.handle(place.submitted(id, 1, 5, SERIOUS));
    place.handle(place.erased(id, "receipt"));
    ask(id + "-1-1", mentalHealth()).then().statusCode(200).body("wardId", equalTo(place.ward));
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("delete from lane_copy where submission_id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
    }
    ask(id + "-1-1", mentalHealth()).then().statusCode(404);
  }

  @Test
  void whatIsNoneIsOfAnotherLaneOrOrganisationIsAnsweredAlike() throws Exception {
    place.handle(place.submitted(id, 1, 5, KIND, SERIOUS));
    String unknown =
        ask(UUID.randomUUID() + "-1-1", mentalHealth()).then().statusCode(404).extract().asString();
    for (String other :
        new String[] {id + "-1-1", id + "-2-2", id + "-3-1", id.toString(), "nonsense"}) {
      assertThat(ask(other, mentalHealth()).then().statusCode(404).extract().asString())
          .isEqualTo(unknown);
    }
    Tokens.Draft handler = Tokens.person("alert-handler");
    for (Tokens.Draft stranger :
        new Tokens.Draft[] {
          handler.withOrganisations(place.organisation),
          handler.withOrganisations(place.organisation).withLanes("safeguarding", "pals"),
          handler.withOrganisations("O01").withLanes("mental-health")
        }) {
      assertThat(ask(id + "-2-1", stranger).then().statusCode(404).extract().asString())
          .isEqualTo(unknown);
    }
  }

  private Tokens.Draft mentalHealth() {
    return lanes("mental-health");
  }

  private Tokens.Draft lanes(String... lanes) {
    return Tokens.person("alert-handler").withOrganisations(place.organisation).withLanes(lanes);
  }

  private static Response ask(String id, Tokens.Draft person) {
    return given()
        .auth()
        .oauth2(Tokens.feedbackService().sign())
        .header("Heard-Caller", person.sign())
        .get("/v1/alerts/" + id);
  }
}
