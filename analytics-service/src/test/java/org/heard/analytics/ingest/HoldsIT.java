package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be destroyed yet, as feedback-service is told. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HoldsIT {
  private static final String KIND = "good: The night nurse was kind.";
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
  void whatIsReadAndHasNoAlertIsFree() throws Exception {
    assertHeld(true);
    place.handle(place.submitted(id, 1, 2, KIND));
    assertHeld(false);
    place.handle(place.erased(id, "receipt"));
    assertHeld(false);
  }

  @Test
  void anAlertHoldsAndKeepsItsCommentThroughAnErasure() throws Exception {
    place.handle(place.submitted(id, 1, 5, KIND, SERIOUS));
    assertHeld(true);
    place.handle(place.erased(id, "receipt"));
    assertHeld(true);
    assertThat(number("select count(*) from comment where submission_id = ?")).isZero();
    assertThat(number("select n from lane_copy where submission_id = ?")).isEqualTo(2);
    closeTheAlert();
    assertHeld(false);
    // Read once more, as from a topic that is read anew, it does not come back.
    place.handle(place.submitted(id, 1, 5, KIND, SERIOUS));
    assertHeld(false);
  }

  @Test
  void anErasureThatOvertakesDoesNotLoseTheAlert() throws Exception {
    place.handle(place.erased(id, "receipt"));
    erasedNow();
    assertHeld(true);
    place.handle(place.submitted(id, 1, 5, SERIOUS));
    assertThat(number("select count(*) from comment where submission_id = ?")).isZero();
    assertThat(number("select n from lane_copy where submission_id = ?")).isEqualTo(1);
    assertHeld(true);
    closeTheAlert();
    place.handle(place.submitted(id, 1, 5, SERIOUS));
    assertHeld(false);
  }

  @Test
  void anErasureThatOvertakesIsFreeOnceItIsReadOrCannotComeAnyMore() throws Exception {
    place.handle(place.erased(id, "receipt"));
    assertHeld(false);
    erasedNow();
    assertHeld(true);
    place.handle(place.submitted(id, 1, 2, KIND));
    assertHeld(false);
  }

  /** The proof of an erasure says so: until then somebody may read the words here. */
  @Test
  void whoAsksIsToldWhetherTheErasureCame() throws Exception {
    assertErasedFor(null);
    place.handle(place.submitted(id, 1, 2, KIND));
    assertErasedFor(null);
    place.handle(place.erased(id, "retention"));
    assertErasedFor("retention");
    UUID other = UUID.randomUUID();
    place.handle(place.erased(other, "objection"));
    service(Tokens.feedbackService().sign())
        .get("/v1/holds/" + other)
        .then()
        .body("erasedReason", equalTo("objection"));
  }

  @Test
  void aLegalHoldStandsUntilItIsLifted() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND));
    governance().put("/v1/holds/" + id).then().statusCode(200).body("legalHold", equalTo(true));
    governance().put("/v1/holds/" + id).then().statusCode(200);
    assertHeld(true);
    place.handle(place.erased(id, "objection"));
    assertHeld(true);
    governance().delete("/v1/holds/" + id).then().statusCode(200).body("legalHold", equalTo(false));
    governance().delete("/v1/holds/" + id).then().statusCode(200);
    assertHeld(false);
    assertThat(
            number(
                "select count(*) from legal_hold where submission_id = ? and placed_by = 'somebody'"
                    + " and lifted_by = 'somebody'"))
        .isEqualTo(1);
  }

  @Test
  void aLegalHoldIsOfTheOwnOrganisationsOnly() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND));
    RequestSpecification stranger =
        service(Tokens.gateway().sign())
            .header("Heard-Caller", Tokens.person("information-governance").sign());
    stranger.put("/v1/holds/" + id).then().statusCode(404);
    governance().put("/v1/holds/" + UUID.randomUUID()).then().statusCode(404);
    governance().put("/v1/holds/nonsense").then().statusCode(404);
    service(Tokens.gateway().sign())
        .header("Heard-Caller", Tokens.person("quality-analyst").sign())
        .put("/v1/holds/" + id)
        .then()
        .statusCode(403);
    service(Tokens.feedbackService().sign()).put("/v1/holds/" + id).then().statusCode(401);
    assertHeld(false);
  }

  @Test
  void manyAreAskedAboutAtOnce() throws Exception {
    UUID serious = UUID.randomUUID();
    place.handle(place.submitted(id, 1, 2, KIND), place.submitted(serious, 1, 5, SERIOUS));
    service(Tokens.feedbackService().sign())
        .get("/v1/holds?submissions=" + id + "," + serious)
        .then()
        .statusCode(200)
        .body("held", contains(serious.toString()));
    String many = (id + ",").repeat(1000);
    service(Tokens.feedbackService().sign())
        .get("/v1/holds?submissions=" + many.substring(0, many.length() - 1))
        .then()
        .statusCode(200);
    for (String bad :
        new String[] {"", "?submissions=", "?submissions=x", "?submissions=" + many + id}) {
      service(Tokens.feedbackService().sign())
          .get("/v1/holds" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("BAD_FILTER"));
    }
  }

  private void assertHeld(boolean held) {
    service(Tokens.feedbackService().sign())
        .get("/v1/holds/" + id)
        .then()
        .statusCode(200)
        .body("held", equalTo(held));
  }

  private void assertErasedFor(String reason) {
    service(Tokens.feedbackService().sign())
        .get("/v1/holds/" + id)
        .then()
        .statusCode(200)
        .body("$", hasKey("erasedReason"))
        .body("erasedReason", equalTo(reason));
  }

  private RequestSpecification governance() {
    return service(Tokens.gateway().sign())
        .header(
            "Heard-Caller",
            Tokens.person("information-governance").withOrganisations(place.organisation).sign());
  }

  private static RequestSpecification service(String token) {
    return given().auth().oauth2(token);
  }

  /** As whoever handles the lane will. */
  private void closeTheAlert() throws SQLException {
    execute("delete from lane_copy where submission_id = ?");
  }

  private void erasedNow() throws SQLException {
    execute("update submission set erased_at = now() where id = ?");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.executeUpdate();
    }
  }

  private int number(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
